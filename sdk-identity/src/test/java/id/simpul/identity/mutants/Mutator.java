package id.simpul.identity.mutants;

import id.simpul.identity.internal.jose.Base64Url;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Damages one part after another. The number of an artefact and the seed decide every edit. The
 * tens of thousands of bits of an ML-DSA signature are shared out among artefacts.
 */
final class Mutator {
  /** Random edits of one kind to one part. */
  static final int EDITS = 25;

  /** Among how many artefacts in a row the bits of a long signature are shared out. */
  static final int SHARES = 40;

  private static final int LONG = 1000;

  private final int artefact;
  private final Random random;

  Mutator(int artefact, long seed) {
    this.artefact = artefact;
    this.random = new Random(seed + artefact);
  }

  /** Texts to stand in the place of a part, none of them equal to it. */
  Stream<String> mutants(Part part) {
    if (part.damage().isEmpty()) {
      return Stream.empty();
    }
    Stream<String> damaged =
        part.damage().stream().sorted().flatMap(damage -> damaged(part.text(), damage));
    return Stream.concat(Stream.of(""), damaged)
        .filter(mutant -> !mutant.equals(part.text()) && !part.spared().test(mutant));
  }

  private Stream<String> damaged(String text, Damage damage) {
    return switch (damage) {
      case BITS -> bits(text.length()).mapToObj(bit -> turned(text, bit));
      case BYTES -> {
        byte[] bytes = Base64Url.decode(text).orElseThrow();
        yield bits(bytes.length).mapToObj(bit -> Base64Url.encode(turned(bytes, bit)));
      }
      case EDITS -> IntStream.range(0, EDITS).mapToObj(edit -> edited(text));
      case BYTE_EDITS -> {
        byte[] bytes = Base64Url.decode(text).orElseThrow();
        yield IntStream.range(0, EDITS).mapToObj(edit -> Base64Url.encode(edited(bytes)));
      }
    };
  }

  private IntStream bits(int length) {
    IntStream all = IntStream.range(0, length * 8);
    return length <= LONG ? all : all.filter(bit -> bit % SHARES == artefact % SHARES);
  }

  private static String turned(String text, int bit) {
    char[] characters = text.toCharArray();
    characters[bit / 8] ^= (char) (1 << bit % 8);
    return new String(characters);
  }

  private static byte[] turned(byte[] bytes, int bit) {
    byte[] mutant = bytes.clone();
    mutant[bit / 8] ^= (byte) (1 << bit % 8);
    return mutant;
  }

  private String edited(String text) {
    StringBuilder mutant = new StringBuilder(text);
    int at = random.nextInt(text.length());
    char character = (char) (33 + random.nextInt(94));
    switch (random.nextInt(3)) {
      case 0 -> mutant.setCharAt(at, character);
      case 1 -> mutant.insert(at, character);
      default -> mutant.deleteCharAt(at);
    }
    return mutant.toString();
  }

  private byte[] edited(byte[] bytes) {
    byte[] mutant = bytes.clone();
    mutant[random.nextInt(bytes.length)] ^= (byte) (1 + random.nextInt(255));
    return mutant;
  }
}
