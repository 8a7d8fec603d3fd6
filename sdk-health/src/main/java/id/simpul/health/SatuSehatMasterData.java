package id.simpul.health;

import id.simpul.core.ApiResponse;
import java.util.List;

/**
 * What SATUSEHAT keeps for everybody: KFA, the dictionary of medicines and vaccines, the regions,
 * and the facilities. Throws what {@link SatuSehatClient} throws. Thread-safe.
 */
public interface SatuSehatMasterData {
  /** The most codes in one question for regions. */
  int MAX_CODES = 100;

  /** The most entries on a page. */
  int MAX_PAGE_SIZE = 1000;

  /**
   * Gives one product of KFA.
   *
   * @param kfaCode its code, {@code 93…}
   * @return the product
   */
  ApiResponse<KfaProduct> getProduct(String kfaCode);

  /**
   * Gives a page of the products of KFA.
   *
   * @param productType {@code farmasi} or {@code alkes}
   * @param page from 1
   * @param size entries on a page, 1 to {@link #MAX_PAGE_SIZE}
   * @return the page
   */
  ApiResponse<MasterPage<KfaProduct>> listProducts(String productType, int page, int size);

  /**
   * Gives the regions below some regions.
   *
   * @param level what is asked for; provinces are asked for by their own codes
   * @param codes the codes, 1 to {@link #MAX_CODES}
   * @return the regions
   */
  ApiResponse<List<MasterRegion>> listRegions(MasterRegion.Level level, List<String> codes);

  /**
   * Gives a page of the facilities of one kind.
   *
   * @param kind the code of the kind ({@code jenis_sarana})
   * @param page from 1
   * @param size entries on a page, 1 to {@link #MAX_PAGE_SIZE}
   * @return the page
   */
  ApiResponse<MasterPage<MasterFacility>> listFacilities(String kind, int page, int size);
}
