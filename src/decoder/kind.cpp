#include "decoder/kind.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstddef>

namespace anteroom::decoder {
namespace {

using namespace std::string_view_literals;

bool has(std::string_view bytes, std::size_t at, std::string_view text) {
  return at <= bytes.size() && bytes.substr(at, text.size()) == text;
}

// The first characters of a text in lower case, after a byte order mark and white space, without the zero bytes of
// UTF-16.
std::string beginning(std::string_view bytes) {
  for (const std::string_view mark : {"\xEF\xBB\xBF"sv, "\xFF\xFE"sv, "\xFE\xFF"sv}) {
    if (has(bytes, 0, mark)) bytes.remove_prefix(mark.size());
  }
  constexpr std::size_t enough = 4096;
  std::string letters;
  for (const char byte : bytes.substr(0, enough)) {
    const auto letter = static_cast<unsigned char>(byte);
    if (letter == 0 || (letters.empty() && std::isspace(letter) != 0)) continue;
    letters.push_back(static_cast<char>(std::tolower(letter)));
  }
  return letters;
}

struct Signature {
  std::size_t at;
  std::string_view bytes;
  const char* why;
};

constexpr const char* heic = "is a HEIC picture, as telephones store them; save it as JPEG";
constexpr const char* avif = "is an AVIF picture; save it as JPEG or PNG";
constexpr const char* jpeg_xl = "is a JPEG XL picture; save it as JPEG or PNG";
constexpr const char* tiff = "is a TIFF picture; save it as PNG or JPEG";
constexpr const char* film = "is a film, not a picture; save one of its frames as JPEG or PNG";

constexpr std::array signatures{
    Signature{4, "ftyphei", heic},
    Signature{4, "ftyphev", heic},
    Signature{4, "ftypmif1", heic},
    Signature{4, "ftypmsf1", heic},
    Signature{4, "ftypavi", avif},
    Signature{4, "ftypcrx", "is a raw picture of a camera; save it as JPEG"},
    Signature{4, "ftypjxl", jpeg_xl},
    Signature{4, "ftyp", film},
    Signature{0, "\x1A\x45\xDF\xA3"sv, film},
    Signature{8, "AVI LIST", film},
    Signature{0, "\xFF\x0A"sv, jpeg_xl},
    Signature{4, "JXL \r\n\x87\n"sv, jpeg_xl},
    Signature{4, "jP  \r\n\x87\n"sv, "is a JPEG 2000 picture; save it as JPEG or PNG"},
    Signature{0, "\xFF\x4F\xFF\x51"sv, "is a JPEG 2000 picture; save it as JPEG or PNG"},
    Signature{0, "BM", "is a BMP picture; save it as PNG"},
    Signature{0, "II*\0"sv, tiff},
    Signature{0, "MM\0*"sv, tiff},
    Signature{0, "II+\0"sv, tiff},
    Signature{0, "MM\0+"sv, tiff},
    Signature{0, "8BPS", "is a Photoshop file (PSD); export it as PNG or JPEG"},
    Signature{0, "gimp xcf", "is a GIMP file (XCF); export it as PNG or JPEG"},
    Signature{0, "%PDF", "is a PDF; save it as SVG, or the page as PNG"},
    Signature{0, "%!PS", "is a PostScript file; save it as SVG"},
    Signature{0, "\xC5\xD0\xD3\xC6"sv, "is a PostScript file (EPS); save it as SVG"},
    Signature{0, "\x1F\x8B"sv, "is compressed, as an SVGZ is; save it as plain SVG"},
    Signature{0, "PK\x03\x04"sv,
              "is a ZIP or an office document, not a picture; export the picture as SVG, PNG or JPEG"},
    Signature{0, "\xD0\xCF\x11\xE0"sv, "is an office document, not a picture; export the picture as SVG, PNG or JPEG"},
    Signature{0, "\0\0\1\0"sv, "is an icon file (ICO); save it as PNG"},
    Signature{0, "\x01\0\0\0"sv, "is a Windows metafile (EMF); save it as SVG or PNG"},
    Signature{0, "\xD7\xCD\xC6\x9A"sv, "is a Windows metafile (WMF); save it as SVG or PNG"},
};

bool is_text(std::string_view bytes) {
  return std::none_of(bytes.begin(), bytes.end(), [](char byte) {
    const auto letter = static_cast<unsigned char>(byte);
    return letter < ' ' && std::isspace(letter) == 0;
  });
}

bool is_html(std::string_view letters) {
  return letters.substr(0, 14) == "<!doctype html" || letters.substr(0, 5) == "<html" ||
         letters.substr(0, 5) == "<head";
}

}  // namespace

PictureKind kind_of(std::string_view bytes) {
  if (has(bytes, 0, "\x89PNG\r\n\x1a\n"sv)) return PictureKind::png;
  if (has(bytes, 0, "\xFF\xD8\xFF"sv)) return PictureKind::jpeg;
  if (has(bytes, 0, "RIFF") && has(bytes, 8, "WEBP")) return PictureKind::webp;
  if (has(bytes, 0, "GIF87a") || has(bytes, 0, "GIF89a")) return PictureKind::gif;
  const std::string letters = beginning(bytes);
  return !letters.empty() && letters.front() == '<' && !is_html(letters) ? PictureKind::svg : PictureKind::other;
}

std::string why_not(std::string_view bytes) {
  if (bytes.empty()) return "is empty";
  if (bytes.find_first_not_of('\0') == std::string_view::npos) {
    return "holds nothing but zeros: it was not copied to its end; copy it again";
  }
  const auto known = std::find_if(signatures.begin(), signatures.end(), [bytes](const Signature& signature) {
    return has(bytes, signature.at, signature.bytes);
  });
  if (known != signatures.end()) return known->why;
  if (is_html(beginning(bytes))) return "is a web page, not a picture; save the picture itself";
  // Enough to distinguish text from pixels.
  if (is_text(bytes.substr(0, 4096))) return "is a text, not a picture";
  return "is not a picture that can be drawn: it is neither SVG, PNG, JPEG, WebP nor GIF";
}

}  // namespace anteroom::decoder
