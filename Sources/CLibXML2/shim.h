#ifndef RASID_CLIBXML2_H
#define RASID_CLIBXML2_H

/* Debian's libxml/encoding.h includes ICU when this is defined, and ICU's types then clash with the
   ones Foundation brings. Only the tail of xmlCharEncodingHandler changes, which is never allocated here. */
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/globals.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

/* xmlFree is a mutable global, which Swift 6 does not import. */
static inline void rasid_xml_free(void *memory) { xmlFree(memory); }

/* Makes room for what libxml2 keeps of the calling thread. It crashes when it gets none, and takes it past the allocator
   that it was given; what is freed here is at hand for the next malloc of the same thread and size. */
static inline void rasid_xml_enter_thread(void) {
#if LIBXML_VERSION < 21200
  xmlFree(xmlMalloc(sizeof(xmlGlobalState)));
#endif
  (void)__xmlGenericErrorContext();
}

/* The structured handler sits inside the parser context, so that parallel parses do not share one. */
static inline void rasid_xml_set_error_handler(
    xmlParserCtxtPtr context, xmlStructuredErrorFunc handler, void *data) {
  if (context->sax != NULL) {
    context->sax->serror = handler;
    context->sax->initialized = XML_SAX2_MAGIC;
  }
  context->userData = context;
  context->_private = data;
}

#endif
