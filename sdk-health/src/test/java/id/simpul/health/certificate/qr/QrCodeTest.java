package id.simpul.health.certificate.qr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.Decoder;
import com.google.zxing.qrcode.decoder.Version;
import id.simpul.core.format.Limits;
import id.simpul.core.format.Xml;
import id.simpul.health.certificate.HcertIssuer;
import id.simpul.health.certificate.HcertVerifier;
import id.simpul.health.certificate.TrustList;
import id.simpul.health.certificate.TrustListHolder;
import id.simpul.health.certificate.qr.QrException.Reason;
import id.simpul.health.certificate.testing.Invented;
import id.simpul.health.certificate.testing.Signer;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class QrCodeTest {
  private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");
  private static final InstantSource CLOCK = InstantSource.fixed(NOW);
  private static final Signer SIGNER = Signer.indonesian();
  private static final HcertIssuer ISSUER =
      new HcertIssuer(SIGNER.signingKey(), SIGNER.certificate(), CLOCK);

  private static String certificate(int number) {
    return ISSUER.issue(Invented.of(number).content(number), Duration.ofDays(180));
  }

  private static void refused(Reason reason, Runnable call) {
    QrException e = catchThrowableOfType(QrException.class, call::run);
    assertThat(e.reason()).isEqualTo(reason);
    assertThat(e.code()).isEqualTo(reason.code()).startsWith("health.qr.");
  }

  private static BufferedImage image(byte[] png) {
    try {
      return ImageIO.read(new ByteArrayInputStream(png));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] file(BufferedImage image, String format) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      assertThat(ImageIO.write(image, format, out)).isTrue();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return out.toByteArray();
  }

  @Test
  void toPng_certificates_areReadAndVerifiedAgain() {
    TrustList list = TrustList.asOf(NOW).add(SIGNER.certificate()).build();
    HcertVerifier verifier =
        HcertVerifier.builder(new TrustListHolder(list, Duration.ofDays(1), CLOCK), CLOCK).build();
    for (int i = 0; i < 20; i++) {
      String text = certificate(i);
      String read = QrReader.read(QrCode.ofHealthCertificate(text).toPng(4));
      assertThat(read).isEqualTo(text);
      assertThat(verifier.verify(read).certificate()).isPresent();
    }
  }

  /** In alphanumeric mode, at level Q, as the code itself says. */
  @Test
  void ofHealthCertificate_code_isOfItsLevelAndMode() throws Exception {
    QrCode code = QrCode.ofHealthCertificate(certificate(1));
    BitMatrix bits = new BitMatrix(code.size());
    for (int y = 0; y < code.size(); y++) {
      for (int x = 0; x < code.size(); x++) {
        if (code.isDark(x, y)) {
          bits.set(x, y);
        }
      }
    }
    var decoded = new Decoder().decode(bits);
    assertThat(decoded.getECLevel()).isEqualTo("Q");
    assertThat(decoded.getByteSegments()).isNull();
    assertThat(Version.getProvisionalVersionForDimension(code.size()).getVersionNumber())
        .isBetween(10, 25);
    assertThat(code).hasToString("QR code of " + code.size() + " modules a side");
  }

  /** 1,195 characters of a card are 2,390 digits, which fit in version 22 only as digits. */
  @Test
  void ofHealthCard_longestCard_isWrittenAsDigits() {
    String text = "shc:/" + "76".repeat(1_195);
    QrCode code = QrCode.ofHealthCard(text);
    assertThat(code.size()).isLessThanOrEqualTo(17 + 4 * 22);
    assertThat(QrReader.read(code.toPng(4))).isEqualTo(text);
  }

  @Test
  void of_text_isLimitedByItsLevel() {
    String longest = "A".repeat(HcertIssuer.MAX_TEXT_LENGTH);
    assertThat(QrCode.of(longest, QrLevel.Q).size()).isEqualTo(177);
    refused(Reason.TEXT_TOO_LONG, () -> QrCode.of(longest + "A", QrLevel.Q));
    assertThat(QrCode.of("A".repeat(4_296), QrLevel.L).size()).isEqualTo(177);
    refused(Reason.TEXT_TOO_LONG, () -> QrCode.of("A".repeat(4_297), QrLevel.L));
  }

  @Test
  void toPng_scale_isLimited() {
    QrCode code = QrCode.of("A", QrLevel.L);
    assertThat(image(code.toPng(1)).getWidth()).isEqualTo(21 + 8);
    assertThat(image(code.toPng(QrCode.MAX_SCALE)).getHeight()).isEqualTo(29 * 64);
    assertThatThrownBy(() -> code.toPng(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> code.toPng(65)).isInstanceOf(IllegalArgumentException.class);
    assertThat(code.isDark(-1, 0)).isFalse();
    assertThat(code.isDark(0, 21)).isFalse();
    assertThat(code.isDark(0, 0)).isTrue();
  }

  @Test
  void toSvg_label_isEscapedAndNothingComesFromElsewhere() throws IOException {
    QrCode code = QrCode.of("A", QrLevel.Q);
    String svg = code.toSvg("a < b & \"c\" </title><script>");
    Xml.read(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)), Limits.DEFAULT);
    assertThat(svg)
        .contains("<title>a &lt; b &amp; \"c\" &lt;/title&gt;&lt;script&gt;</title>")
        .contains("viewBox=\"0 0 29 29\"")
        .doesNotContain("href");
  }

  /** The path covers exactly the dark modules. */
  @Test
  void toSvg_path_drawsEachDarkModuleOnce() {
    QrCode code = QrCode.of("KODE", QrLevel.H);
    String svg = code.toSvg("x");
    String path = svg.substring(svg.lastIndexOf(" d=\"") + 4, svg.lastIndexOf('"'));
    int drawn = 0;
    for (String run : path.split("z")) {
      String[] parts = run.substring(1).split("[ h]|v1h-");
      int x = Integer.parseInt(parts[0]) - QrCode.QUIET_ZONE;
      int y = Integer.parseInt(parts[1]) - QrCode.QUIET_ZONE;
      for (int i = 0; i < Integer.parseInt(parts[2]); i++) {
        assertThat(code.isDark(x + i, y)).isTrue();
        drawn++;
      }
    }
    int dark = 0;
    for (int i = 0; i < code.size() * code.size(); i++) {
      dark += code.isDark(i % code.size(), i / code.size()) ? 1 : 0;
    }
    assertThat(drawn).isEqualTo(dark);
  }

  /** The same in each run, because a signature may or may not be readable below a spot. */
  private static String sameInEachRun() {
    SplittableRandom random = new SplittableRandom(4);
    StringBuilder text = new StringBuilder("HC1:");
    for (int i = 0; i < 480; i++) {
      text.append("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:".charAt(random.nextInt(45)));
    }
    return text.toString();
  }

  @Test
  void read_coffeeOnTheCode_isReadAllTheSame() {
    String text = sameInEachRun();
    BufferedImage code = image(QrCode.ofHealthCertificate(text).toPng(6));
    BufferedImage spoiled =
        new BufferedImage(code.getWidth(), code.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = spoiled.createGraphics();
    graphics.drawImage(code, 0, 0, null);
    graphics.setColor(new Color(90, 60, 20));
    int third = code.getWidth() / 3;
    graphics.fillOval(code.getWidth() / 2 - third / 2, code.getHeight() / 2, third, third / 2);
    graphics.dispose();
    assertThat(QrReader.read(file(spoiled, "png"))).isEqualTo(text);
    assertThat(QrReader.read(file(spoiled, "jpg"))).isEqualTo(text);
  }

  @Test
  void read_codeOnNothing_isOnWhite() {
    BufferedImage code = image(QrCode.of("SIMPUL", QrLevel.M).toPng(5));
    BufferedImage clear =
        new BufferedImage(code.getWidth(), code.getHeight(), BufferedImage.TYPE_INT_ARGB);
    for (int y = 0; y < code.getHeight(); y++) {
      for (int x = 0; x < code.getWidth(); x++) {
        clear.setRGB(x, y, code.getRGB(x, y) == -1 ? 0 : 0xff000000);
      }
    }
    assertThat(QrReader.read(file(clear, "png"))).isEqualTo("SIMPUL");
  }

  /** Q2 of the EU's list. */
  @Test
  void read_healthCertificateInTheModeForBytes_isRefused() throws Exception {
    String text = certificate(2);
    QrCode right = QrCode.ofHealthCertificate(text);
    var bits =
        new QRCodeWriter()
            .encode(
                text.substring(0, 4) + text.substring(4).replaceFirst("^.", "a"),
                BarcodeFormat.QR_CODE,
                0,
                0,
                Map.of(EncodeHintType.MARGIN, 4));
    int scale = 4;
    int side = bits.getWidth() * scale;
    int[] pixels = new int[side * side];
    for (int i = 0; i < pixels.length; i++) {
      boolean dark = bits.get(i % side / scale, i / side / scale);
      pixels[i] = dark ? 0xff000000 : -1;
    }
    refused(Reason.WRONG_MODE, () -> QrReader.read(pixels, side));
    assertThat(QrReader.read(right.toPng(4))).isEqualTo(text);
  }

  @Test
  void read_noCodeInIt_isSaid() {
    BufferedImage white = new BufferedImage(300, 300, BufferedImage.TYPE_INT_RGB);
    refused(Reason.NO_CODE, () -> QrReader.read(file(white, "png")));
    refused(Reason.PICTURE_UNREADABLE, () -> QrReader.read(new byte[0]));
    refused(
        Reason.PICTURE_UNREADABLE,
        () -> QrReader.read("no picture".getBytes(StandardCharsets.UTF_8)));
    byte[] png = QrCode.of("A", QrLevel.L).toPng(4);
    refused(Reason.PICTURE_UNREADABLE, () -> QrReader.read(Arrays.copyOf(png, 40)));
    assertThatThrownBy(() -> QrReader.read(new int[5], 2))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> QrReader.read(new int[0], 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** The size stands in the head, and nothing is opened for a picture of more. */
  @Test
  void read_size_isLimited() {
    refused(Reason.PICTURE_TOO_LARGE, () -> QrReader.read(new byte[QrReader.MAX_BYTES + 1]));
    refused(Reason.PICTURE_UNREADABLE, () -> QrReader.read(new byte[QrReader.MAX_BYTES]));
    BufferedImage most = new BufferedImage(5_000, 5_000, BufferedImage.TYPE_BYTE_BINARY);
    refused(Reason.NO_CODE, () -> QrReader.read(file(most, "png")));
    BufferedImage more = new BufferedImage(5_001, 5_000, BufferedImage.TYPE_BYTE_BINARY);
    refused(Reason.PICTURE_TOO_LARGE, () -> QrReader.read(file(more, "png")));
    refused(Reason.PICTURE_TOO_LARGE, () -> QrReader.read(new int[QrReader.MAX_PIXELS + 1], 1));
  }

  @Test
  void read_sizeThatIsOnlyDeclared_isRefusedBeforeThereIsRoomForIt() {
    byte[] picture = file(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB), "png");
    // Behind the signature and the name of the first chunk: width and height.
    ByteBuffer.wrap(picture).putInt(16, 50_000).putInt(20, 50_000);
    refused(Reason.PICTURE_TOO_LARGE, () -> QrReader.read(picture));
  }

  @Test
  void of_withoutTheLibrary_saysWhatIsMissing() throws Exception {
    List<URL> urls = new ArrayList<>();
    String path = System.getProperty("java.class.path");
    for (String entry : path.split(File.pathSeparator)) {
      if (!entry.contains("zxing")) {
        urls.add(new File(entry).toURI().toURL());
      }
    }
    ClassLoader platform = ClassLoader.getPlatformClassLoader();
    try (URLClassLoader without = new URLClassLoader(urls.toArray(URL[]::new), platform)) {
      Class<?> reader = without.loadClass(QrReader.class.getName());
      Method read = reader.getMethod("read", int[].class, int.class);
      missing(() -> read.invoke(null, new int[4], 2));
      Class<?> level = without.loadClass(QrLevel.class.getName());
      Method of = without.loadClass(QrCode.class.getName()).getMethod("of", String.class, level);
      missing(() -> of.invoke(null, "A", level.getEnumConstants()[0]));
    }
  }

  /** A call of a method whose class is another one here. */
  @FunctionalInterface
  private interface Call {
    void make() throws Exception;
  }

  private static void missing(Call call) {
    InvocationTargetException e = catchThrowableOfType(InvocationTargetException.class, call::make);
    assertThat(e.getCause())
        .hasMessageContaining("com.google.zxing:core")
        .hasMessageContaining("health.qr.library-missing");
  }
}
