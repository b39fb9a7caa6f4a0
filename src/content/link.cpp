#include "content/link.h"

#include <arpa/inet.h>
#include <unicode/uchar.h>
#include <unicode/uidna.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <memory>

#include "language/utf8.h"

namespace anteroom::content {

namespace {

constexpr std::string_view scheme = "https://";

// The parts of a link after its scheme. Valid as long as the link.
struct Parts {
  std::string_view user;  // with the '@'
  std::string_view host;
  std::string_view port;  // with the ':'
  std::string_view rest;  // path, query and fragment
};

Parts parts_of(std::string_view behind_scheme) {
  Parts parts;
  std::string_view authority = behind_scheme.substr(0, behind_scheme.find_first_of("/?#"));
  parts.rest = behind_scheme.substr(authority.size());
  if (const std::size_t at = authority.rfind('@'); at != std::string_view::npos) {
    parts.user = authority.substr(0, at + 1);
    authority.remove_prefix(at + 1);
  }
  const std::size_t bracket = authority.rfind(']');  // an IPv6 address has colons of its own
  const std::size_t colon = authority.rfind(':');
  const bool has_port = colon != std::string_view::npos && (bracket == std::string_view::npos || colon > bracket);
  parts.host = authority.substr(0, has_port ? colon : authority.size());
  parts.port = authority.substr(parts.host.size());
  return parts;
}

bool is_hex(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

// True if there is an escape such as "%C3" at `at` in `text`.
bool is_escape(std::string_view text, std::size_t at) {
  return at + 2 < text.size() && text[at] == '%' && is_hex(text[at + 1]) && is_hex(text[at + 2]);
}

std::string percent_encoded(std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string encoded;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const bool stays = byte > 0x20 && byte < 0x7F &&
                       std::string_view("`{}|^").find(text[i]) == std::string_view::npos &&
                       (text[i] != '%' || is_escape(text, i));
    if (stays) {
      encoded += text[i];
    } else {
      encoded += {'%', digits[byte >> 4U], digits[byte & 0xFU]};
    }
  }
  return encoded;
}

std::string percent_decoded(std::string_view text) {
  std::string decoded;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!is_escape(text, i)) {
      decoded += text[i];
      continue;
    }
    unsigned value = 0;
    std::from_chars(text.data() + i + 1, text.data() + i + 3, value, 16);
    decoded += static_cast<char>(value);
    i += 2;
  }
  return decoded;
}

// The first character of `text` that cannot belong in a link, in words, or empty.
std::string misplaced_character(std::string_view text) {
  constexpr UChar32 joiners[] = {0x200C, 0x200D};  // Persian and Hindi words use them
  for (std::size_t at = 0; at < text.size();) {
    UChar32 character = 0;
    U8_NEXT(text.data(), at, text.size(), character);
    if (u_isUWhiteSpace(character)) return "it holds a blank; delete it, or write %20 where the address has one";
    if (character == '"' || character == '<' || character == '>' || character == '\\') {
      return "it holds the character " + std::string(1, static_cast<char>(character)) + ", which no address has";
    }
    const bool is_invisible = u_hasBinaryProperty(character, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0 &&
                              std::find(std::begin(joiners), std::end(joiners), character) == std::end(joiners);
    if (is_invisible) return "it holds an invisible character; type the address again";
  }
  return {};
}

// The meaning of the first of the `errors` in a host's name, in the order below.
std::string host_fault(std::uint32_t errors) {
  struct Meaning {
    std::uint32_t errors;
    const char* words;
  };
  static constexpr std::array<Meaning, 6> meanings = {{
      {UIDNA_ERROR_EMPTY_LABEL, "two dots follow each other in the name of its host, or it begins with one"},
      {UIDNA_ERROR_LABEL_TOO_LONG, "a part of the name of its host is longer than 63 letters"},
      {UIDNA_ERROR_DOMAIN_NAME_TOO_LONG, "the name of its host is longer than 253 letters"},
      {UIDNA_ERROR_LEADING_HYPHEN | UIDNA_ERROR_TRAILING_HYPHEN,
       "a part of the name of its host begins or ends with a hyphen"},
      {UIDNA_ERROR_BIDI, "a part of the name of its host mixes letters written from right to left with others"},
      {UIDNA_ERROR_PUNYCODE | UIDNA_ERROR_INVALID_ACE_LABEL, "a part of the name of its host, xn--..., is damaged"},
  }};
  // "r3---a.example.org" is a real kind of host name.
  errors &= ~static_cast<std::uint32_t>(UIDNA_ERROR_HYPHEN_3_4);
  if (errors == 0) return {};
  for (const Meaning& each : meanings) {
    if ((errors & each.errors) != 0) return each.words;
  }
  return "the name of its host holds a character that no name has";
}

// The host's name in ASCII, or its fault.
Link encode_name(const std::string& name) {
  constexpr std::uint32_t options = UIDNA_NONTRANSITIONAL_TO_ASCII | UIDNA_CHECK_BIDI | UIDNA_CHECK_CONTEXTJ;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UIDNA, decltype(&uidna_close)> idna(uidna_openUTS46(options, &status), &uidna_close);
  std::string ascii(name.size() * 8 + 64, '\0');
  UIDNAInfo info = UIDNA_INFO_INITIALIZER;
  const std::int32_t size =
      uidna_nameToASCII_UTF8(idna.get(), name.data(), static_cast<std::int32_t>(name.size()), ascii.data(),
                             static_cast<std::int32_t>(ascii.size()), &info, &status);
  if (U_FAILURE(status)) return {{}, "the name of its host cannot be encoded"};
  ascii.resize(static_cast<std::size_t>(size));
  if (std::string fault = host_fault(info.errors); !fault.empty()) return {{}, std::move(fault)};
  constexpr std::string_view allowed = "abcdefghijklmnopqrstuvwxyz0123456789-_.";
  if (ascii.find_first_not_of(allowed) != std::string::npos) return {{}, host_fault(UIDNA_ERROR_DISALLOWED)};
  return {std::move(ascii), {}};
}

Link encode_host(std::string_view host) {
  if (host.starts_with('[')) {
    std::array<unsigned char, 16> address{};
    const bool is_valid =
        host.ends_with(']') &&
        inet_pton(AF_INET6, std::string(host.substr(1, host.size() - 2)).c_str(), address.data()) == 1;
    return is_valid ? Link{std::string(host), {}} : Link{{}, "the address in [ ] is no IPv6 address"};
  }
  const std::string name = percent_decoded(host);
  if (name.empty()) return {{}, "its host is missing; after https:// write a name such as example.org"};
  if (language::first_invalid_utf8(name)) return {{}, host_fault(UIDNA_ERROR_DISALLOWED)};
  return encode_name(name);
}

bool is_port(std::string_view digits) {
  unsigned port = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), port);
  return error == std::errc() && end == digits.data() + digits.size() && port >= 1 && port <= 65535;
}

bool begins_with_scheme(std::string_view text) {
  return text.size() >= scheme.size() && std::equal(scheme.begin(), scheme.end(), text.begin(), [](char a, char b) {
           return a == (b >= 'A' && b <= 'Z' ? b - 'A' + 'a' : b);
         });
}

}  // namespace

Link encode_link(std::string_view written) {
  if (!begins_with_scheme(written)) return {{}, "it should begin with https:// and hold no blanks"};
  if (std::string fault = misplaced_character(written); !fault.empty()) return {{}, std::move(fault)};
  const Parts parts = parts_of(written.substr(scheme.size()));
  Link host = encode_host(parts.host);
  if (!host.fault.empty()) return host;
  if (parts.port.size() > 1 && !is_port(parts.port.substr(1))) {
    return {{}, "after the host's colon write the number of a port, from 1 to 65535"};
  }
  Link link;
  link.encoded = std::string(scheme) + percent_encoded(parts.user) + host.encoded;
  if (parts.port.size() > 1) link.encoded += parts.port;
  link.encoded += percent_encoded(parts.rest);
  if (link.encoded.size() <= longest_link) return link;
  const bool grew = link.encoded.size() > written.size();
  return {{},
          "its QR code would hold " + std::to_string(link.encoded.size()) + " letters" +
              (grew ? ", since some count three to twelve times" : "") + "; a telephone reads at most " +
              std::to_string(longest_link) + " from one"};
}

}  // namespace anteroom::content
