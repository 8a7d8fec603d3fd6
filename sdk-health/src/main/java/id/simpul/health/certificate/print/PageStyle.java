package id.simpul.health.certificate.print;

/** How the page looks: black on white, on paper A4, and in one column on a phone. */
final class PageStyle {
  static final String CSS =
      """
      @page { size: A4; margin: 14mm }
      * { box-sizing: border-box }
      html { color-scheme: light }
      body { margin: 0; background: #fff; color: #000; font: 11pt/1.4 "Noto Sans", "Liberation Sans", \
      Arial, sans-serif }
      main { max-width: 178mm; margin: 0 auto; padding: 6mm 4mm }
      header { border-bottom: 1.2mm solid #000; padding-bottom: 3mm }
      h1 { margin: 0; font-size: 22pt; line-height: 1.2 }
      .en { color: #333; font-style: italic; font-weight: normal }
      header .en { display: block; font-size: 12pt }
      .top { display: flex; gap: 8mm; align-items: flex-start; margin: 6mm 0 }
      .qr { flex: 0 0 84mm; margin: 0 }
      .qr svg { display: block; width: 84mm; height: 84mm; border: .3mm solid #000 }
      .person { flex: 1 1 auto; min-width: 0 }
      dl { margin: 0 }
      dt { color: #333; font-size: 9.5pt }
      dt .en::before { content: "/ " }
      .person dd { margin: 0 0 3mm; font-size: 13pt; font-weight: bold; overflow-wrap: anywhere }
      .person dd.name { font-size: 17pt; line-height: 1.25 }
      .person dd .en { display: block; font-size: 10.5pt }
      .event { border-top: .3mm solid #000 }
      .event div { display: grid; grid-template-columns: 68mm 1fr; gap: 4mm; padding: 1.3mm 0; \
      border-bottom: .2mm solid #999; break-inside: avoid }
      .event dd { margin: 0; overflow-wrap: anywhere }
      .event dd .en::before { content: "/ " }
      footer { margin-top: 6mm; font-size: 9.5pt }
      footer p { margin: 0 0 2mm }
      footer .en { display: block }
      @media screen and (max-width: 170mm) {
        main { padding: 4mm }
        .top { display: block; margin: 4mm 0 }
        .qr { margin: 0 auto 5mm; max-width: 100mm }
        .qr svg { width: 100%; height: auto }
        .event div { grid-template-columns: 1fr; gap: 0 }
        .event dd { font-weight: bold }
      }
      @media print { main { padding: 0; max-width: none } }
      """;

  private PageStyle() {}
}
