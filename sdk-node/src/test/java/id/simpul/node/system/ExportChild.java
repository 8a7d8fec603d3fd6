package id.simpul.node.system;

import id.simpul.core.value.Secret;
import id.simpul.health.bulk.BulkExportClient;
import id.simpul.health.bulk.BulkExportRequest;
import id.simpul.health.bulk.BulkProgress;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** An export in a process of its own, which stops after a file and waits to be killed. */
final class ExportChild {
  private ExportChild() {}

  public static void main(String[] args) {
    try (BulkExportClient client =
        BulkExportClient.builder(URI.create(args[0]))
            .token(() -> Secret.of(args[1]))
            .parallel(1)
            .build()) {
      client.run(BulkExportRequest.ofSystem(), Path.of(args[2]), ExportChild::stopAfterAFile);
    }
  }

  private static void stopAfterAFile(BulkProgress progress) {
    if (progress.phase() == BulkProgress.Phase.FETCHING && progress.filesDone() == 1) {
      System.out.println("one file");
      System.out.flush();
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
