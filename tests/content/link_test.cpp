// A QR code encodes what a browser would ask for.
#include "content/link.h"

#include "catch.h"

using namespace anteroom::content;

namespace {

struct LinkCase {
  std::string written, encoded;
};

// Hosts as in the test data of UTS #46 and of the URL standard, with the results of IDNA's own tools.
const std::vector<LinkCase> sound = {
    {"https://example.org/paper", "https://example.org/paper"},
    {"https://example.org", "https://example.org"},
    {"HTTPS://Example.ORG/Path", "https://example.org/Path"},
    {"https://klinik-münchen.example/", "https://xn--klinik-mnchen-3ob.example/"},
    {"https://faß.example", "https://xn--fa-hia.example"},  // nontransitional: not "fass"
    {"https://βόλος.example", "https://xn--nxasmm1c.example"},
    {"https://مثال.إختبار/", "https://xn--mgbh0fb.xn--kgbechtv/"},
    {"https://例え.テスト/", "https://xn--r8jz45g.xn--zckzah/"},
    {"https://例え。テスト/", "https://xn--r8jz45g.xn--zckzah/"},
    {"https://ＥＸＡＭＰＬＥ.org/", "https://example.org/"},
    {"https://BÜCHER.example:8443/", "https://xn--bcher-kva.example:8443/"},
    {"https://xn--bcher-kva.example/", "https://xn--bcher-kva.example/"},
    {"https://b%C3%BCcher.example/", "https://xn--bcher-kva.example/"},
    {"https://bu\u0308cher.example/", "https://xn--bcher-kva.example/"},
    {"https://نامه\u200Cای.com/", "https://xn--mgba3gch31f060k.com/"},
    {"https://r3---a.example.org/", "https://r3---a.example.org/"},
    {"https://my_clinic.example.org./", "https://my_clinic.example.org./"},
    {"https://192.0.2.7/x", "https://192.0.2.7/x"},
    {"https://[2001:db8::1]:8443/x", "https://[2001:db8::1]:8443/x"},
    {"https://example.org:/", "https://example.org/"},
    {"https://user:pä@example.org:443/", "https://user:p%C3%A4@example.org:443/"},
    {"https://example.org/straße/é?q=ü#ñ", "https://example.org/stra%C3%9Fe/%C3%A9?q=%C3%BC#%C3%B1"},
    {"https://example.org/stra%C3%9Fe/é", "https://example.org/stra%C3%9Fe/%C3%A9"},
    {"https://example.org/100%/50%2", "https://example.org/100%25/50%252"},
    {"https://example.org/a%20b?c=%2F&d=e+f", "https://example.org/a%20b?c=%2F&d=e+f"},
    {"https://example.org/{id}|^`", "https://example.org/%7Bid%7D%7C%5E%60"},
    {"https://example.org?q=خون", "https://example.org?q=%D8%AE%D9%88%D9%86"},
    {"https://example.org/折纸#😀", "https://example.org/%E6%8A%98%E7%BA%B8#%F0%9F%98%80"},
    {"https://a.b/x@y:z", "https://a.b/x@y:z"},
};

struct Fault {
  std::string written, part;
};

const std::vector<Fault> faulty = {
    {"http://example.org", "begin with https://"},
    {"example.org", "begin with https://"},
    {"https:/example.org", "begin with https://"},
    {"", "begin with https://"},
    {"https://", "host is missing"},
    {"https:///path", "host is missing"},
    {"https://:443/", "host is missing"},
    {"https://user@/", "host is missing"},
    {"https://?q", "host is missing"},
    {"https://exam ple.org/", "a blank"},
    {"https://example.org/a b", "a blank"},
    {"https://example.org/a\u00A0b", "a blank"},
    {" https://example.org", "begin with https://"},
    {"https://example.org/\u3000", "a blank"},
    {"https://example.org/\u200Ba", "invisible"},
    {"https://exam\u00ADple.org/", "invisible"},
    {"https://example.org/\u200E", "invisible"},
    {"https://example.org/\"x\"", "the character \""},
    {"https://example.org\\x", "the character \\"},
    {"https://<host>/", "the character <"},
    {"https://a..example.org/", "two dots"},
    {"https://.example.org/", "two dots"},
    {"https://-a.example.org/", "hyphen"},
    {"https://ä-.example.org/", "hyphen"},
    {"https://exam!ple.org/", "a character that no name has"},
    {"https://exam%2Fple.org/", "a character that no name has"},
    {"https://exam%FFple.org/", "a character that no name has"},
    {"https://a℀b.org/", "a character that no name has"},
    {"https://a\u0301\u0301\u2FFF.org/", "a character that no name has"},
    {"https://xn--a-\u00E4.example/", "xn--"},
    {"https://xn--zzzzzzzzzzz.example/", "xn--"},
    {"https://مثالabc.org/", "right to left"},
    {"https://" + std::string(64, 'a') + ".org/", "longer than 63"},
    {"https://" + std::string(60, 'a') + "." + std::string(60, 'b') + "." + std::string(60, 'c') + "." +
         std::string(60, 'd') + "." + std::string(60, 'e') + "/",
     "longer than 253"},
    {"https://example.org:0/", "port"},
    {"https://example.org:65536/", "port"},
    {"https://example.org:80a/", "port"},
    {"https://example.org:٨٠/", "port"},
    {"https://[2001:db8::1/", "IPv6"},
    {"https://[hello]/", "IPv6"},
    {"https://[/", "IPv6"},
};

}  // namespace

TEST_CASE("a link is encoded as a browser does") {
  for (const LinkCase& each : sound) {
    INFO(each.written);
    const Link link = encode_link(each.written);
    CHECK(link.fault.empty());
    CHECK(link.encoded == each.encoded);
  }
}

TEST_CASE("a link that is encoded already stays as it is") {
  for (const LinkCase& each : sound) {
    INFO(each.encoded);
    CHECK(encode_link(each.encoded).encoded == each.encoded);
  }
}

TEST_CASE("the fault of a link is named") {
  for (const Fault& each : faulty) {
    INFO(each.written);
    const Link link = encode_link(each.written);
    INFO(link.fault);
    CHECK(link.encoded.empty());
    CHECK(link.fault.find(each.part) != std::string::npos);
  }
}

TEST_CASE("a link's length is that of its encoded form") {
  const std::string begin = "https://example.org/";
  CHECK(encode_link(begin + std::string(longest_link - begin.size(), 'a')).fault.empty());
  CHECK(encode_link(begin + std::string(longest_link - begin.size() + 1, 'a')).fault ==
        "its QR code would hold 301 letters; a telephone reads at most 300 from one");
  std::string chinese = begin;
  for (int i = 0; i < 40; ++i) chinese += "折";
  CHECK(
      encode_link(chinese).fault ==
      "its QR code would hold 380 letters, since some count three to twelve times; a telephone reads at most 300 from "
      "one");
}
