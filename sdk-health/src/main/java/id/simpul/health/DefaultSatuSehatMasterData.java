package id.simpul.health;

import id.simpul.core.ApiResponse;
import id.simpul.core.RequestOptions;
import id.simpul.core.ValidationException;
import id.simpul.core.operation.Violation;
import id.simpul.health.internal.satusehat.SatuSehatCalls;
import id.simpul.health.wire.MasterDataV1;
import id.simpul.health.wire.PageQuery;
import id.simpul.health.wire.RegionQuery;
import java.util.List;

/** Master data over {@link SatuSehatCalls}. */
record DefaultSatuSehatMasterData(SatuSehatCalls calls, RequestOptions options)
    implements SatuSehatMasterData {

  @Override
  public ApiResponse<KfaProduct> getProduct(String kfaCode) {
    check(!kfaCode.isBlank(), "code", "a value is required");
    return calls.call(SatuSehatService.KFA_V2, MasterDataV1.GET_PRODUCT, kfaCode, options);
  }

  @Override
  public ApiResponse<MasterPage<KfaProduct>> listProducts(String productType, int page, int size) {
    return calls.call(
        SatuSehatService.KFA_V2,
        MasterDataV1.LIST_PRODUCTS,
        page(productType, page, size),
        options);
  }

  @Override
  public ApiResponse<List<MasterRegion>> listRegions(MasterRegion.Level level, List<String> codes) {
    check(
        !codes.isEmpty() && codes.size() <= MAX_CODES,
        level.parameter(),
        "1 to " + MAX_CODES + " codes are asked for at once");
    return calls.call(
        SatuSehatService.MASTER_DATA,
        MasterDataV1.LIST_REGIONS,
        new RegionQuery(level, codes),
        options);
  }

  @Override
  public ApiResponse<MasterPage<MasterFacility>> listFacilities(String kind, int page, int size) {
    return calls.call(
        SatuSehatService.MASTER_DATA,
        MasterDataV1.LIST_FACILITIES,
        page(kind, page, size),
        options);
  }

  private static PageQuery page(String kind, int page, int size) {
    check(page >= 1, "page", "pages are counted from 1");
    check(size >= 1 && size <= MAX_PAGE_SIZE, "size", "1 to " + MAX_PAGE_SIZE + " entries");
    return new PageQuery(kind, page, size);
  }

  private static void check(boolean holds, String where, String message) {
    if (!holds) {
      throw new ValidationException(
          "SatuSehatMasterData", List.of(new Violation(Violation.RANGE, where, message)));
    }
  }
}
