package id.simpul.examples.twocities;

import id.simpul.identity.EntityId;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKey;
import id.simpul.identity.SigningKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The files of one node: its configuration, its keys, and the public key of the national anchor.
 * Nothing secret of another node is in it.
 *
 * @param path the folder
 */
record NodeFolder(Path path) {
  private static final String DATA = "data";

  /**
   * Writes everything the node of a city needs to start.
   *
   * @param work the folder of the whole story
   * @param city the city
   * @param superior who stands above it
   * @param anchor whom it has pinned
   * @return its folder
   */
  static NodeFolder create(Path work, City city, EntityId superior, Office anchor) {
    NodeFolder folder = new NodeFolder(work.resolve(city.shortName()));
    SigningKey federation = SigningKeys.generate(SignatureAlgorithm.ED25519, new SecureRandom());
    List<String> settings = settings(city.name(), city.baseUrl().toString(), city.region().code());
    settings.add("services-file=services.json");
    settings.add("api-keys-file=api-keys.json");
    settings.add("health=true");
    settings.add("superiors=" + superior);
    folder.write(settings, new Keys(city.signingKey(), federation), anchor);
    folder.write("services.json", Resources.read("services-" + city.shortName() + ".json"));
    folder.write("api-keys.json", OfficerKey.file(city));
    return folder;
  }

  /**
   * Writes everything the node of an office needs to start.
   *
   * @param work the folder of the whole story
   * @param office the office
   * @param superiors who stands above it, nobody for the anchor
   * @param anchor whom it has pinned
   * @return its folder
   */
  static NodeFolder create(Path work, Office office, List<EntityId> superiors, Office anchor) {
    String shortName = office.name().toLowerCase(Locale.ROOT).replace(' ', '-');
    NodeFolder folder = new NodeFolder(work.resolve(shortName));
    List<String> settings = settings(office.name(), office.baseUrl().toString(), office.region());
    settings.add("authority=true");
    superiors.forEach(superior -> settings.add("superiors=" + superior));
    SigningKey messages = SigningKeys.generate(SignatureAlgorithm.ED25519, new SecureRandom());
    folder.write(settings, new Keys(messages, office.federationKey()), anchor);
    return folder;
  }

  private record Keys(SigningKey messages, SigningKey federation) {}

  private static List<String> settings(String name, String baseUrl, String region) {
    return new ArrayList<>(
        List.of(
            "# The node of " + name + ". Paths start at this file's folder.",
            "base-url=" + baseUrl,
            "listen-port=" + baseUrl.substring(baseUrl.lastIndexOf(':') + 1),
            "region=" + region,
            "data-directory=" + DATA,
            "trust-anchors-file=anchors.json",
            "# Plain http between nodes of one machine. Never in production.",
            "allow-insecure-loopback-for-development=true"));
  }

  private void write(List<String> settings, Keys keys, Office anchor) {
    try {
      Files.createDirectories(path.resolve(DATA));
    } catch (IOException e) {
      throw new UncheckedIOException("The work folder cannot be written", e);
    }
    SigningKeys.save(keys.messages(), path.resolve(DATA).resolve("signing-key.pem"));
    SigningKeys.save(keys.federation(), path.resolve(DATA).resolve("federation-key.pem"));
    write("anchors.json", anchor.anchorsFile());
    write("node.properties", String.join("\n", settings).getBytes(StandardCharsets.UTF_8));
  }

  private void write(String name, byte[] content) {
    try {
      Files.write(path.resolve(name), content);
    } catch (IOException e) {
      throw new UncheckedIOException("The work folder cannot be written", e);
    }
  }

  Path config() {
    return path.resolve("node.properties");
  }

  Path log() {
    return path.resolve("node.log");
  }
}
