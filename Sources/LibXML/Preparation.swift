internal import CLibXML2
internal import CLinux
import Glibc

/// Sets libxml2 up for the calling thread; to be called before its first parser is made. Two threads that made their
/// first ones at the same time, with nothing set up, could wait for each other for ever: for a lock that each had made
/// anew.
///
/// Without memory libxml2 would hand over a tree that ends anywhere, or crash: so the process ends instead.
func prepareLibXML() {
    _ = setUpOnce
    rasid_xml_enter_thread()
}

/// Before anything of libxml2 is allocated.
private let setUpOnce: Void = {
    xmlMemSetup(free, rasid_allocate, rasid_reallocate, rasid_copy_text)
    xmlInitParser()
}()
