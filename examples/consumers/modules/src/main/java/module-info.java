/** An application that is a module. */
module consumer {
  requires id.simpul.identity;
  requires id.simpul.reporting;
}
