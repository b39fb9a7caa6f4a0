// A document to be printed or filed, as a plain value: what the program and anteroom-pdf say to each other.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace anteroom::document {

struct Heading {
  int level = 1;  // 1 to 3; a bookmark of the PDF
  std::string text;
  friend bool operator==(const Heading&, const Heading&) = default;
};

enum class Look { plain, small, fixed_width };

// Paragraphs and cells are written in the direction of their first letter.
struct Paragraph {
  std::string text;  // UTF-8; line feeds end lines
  Look look = Look::plain;
  std::string language = "en";  // BCP 47: decides between the Chinese and Japanese forms of a character
  friend bool operator==(const Paragraph&, const Paragraph&) = default;
};

// How a cell is emphasised. Never by colour alone: the cell's words say it, too.
enum class Mark { none, good, bad, muted };

// A part of a text that is marked as a change, as with a pencil.
enum class Edit { struck_out, underlined };

struct Edited {
  std::uint32_t begin = 0, end = 0;  // of the text, in bytes
  Edit edit = Edit::struck_out;
  friend bool operator==(const Edited&, const Edited&) = default;
};

struct Cell {
  std::string text;
  Mark mark = Mark::none;
  Look look = Look::plain;
  std::string language = "en";
  std::vector<Edited> edits = {};
  friend bool operator==(const Cell&, const Cell&) = default;
};

struct Table {
  std::vector<double> widths;  // of the columns, as shares of the page's width; at least one
  std::vector<Cell> head;      // repeated on each page that the table continues on; empty: none
  std::vector<std::vector<Cell>> rows;
  friend bool operator==(const Table&, const Table&) = default;
};

struct Picture {
  int width_px = 0, height_px = 0;
  std::string lz4;        // its pixels, compressed: a document may show hundreds of screens
  double width_mm = 0;    // on the page, at most the width of its text
  std::string described;  // in words, for whoever cannot see it
  friend bool operator==(const Picture&, const Picture&) = default;
};

// A picture of `argb`, premultiplied, row by row. Requires: width_px x height_px pixels, each side from 1 to 16,384.
Picture picture_of(int width_px, int height_px, std::span<const std::uint32_t> argb, double width_mm,
                   std::string described);
// Its pixels, as picture_of() was given them; empty: they are damaged.
std::vector<std::uint32_t> pixels_of(const Picture& picture);

using Block = std::variant<Heading, Paragraph, Table, Picture>;

// The families to try for text in a language, best first.
struct FontChoice {
  std::string language;  // BCP 47 tag or its beginning ("zh"; the longest wins); empty: all others
  std::vector<std::string> families;
  friend bool operator==(const FontChoice&, const FontChoice&) = default;
};

struct Document {
  std::string title, subject, creator;  // what a viewer shows of the file
  std::string created;                  // "2026-11-29T22:44:00Z"; empty: not said
  std::string footer;                   // on each page, left of its number
  double page_width_mm = 210, page_height_mm = 297;
  std::vector<FontChoice> fonts;  // for characters that none of them has: any font
  std::vector<Block> blocks;
  friend bool operator==(const Document&, const Document&) = default;
};

std::string to_bytes(const Document& document);
// The document in `bytes`; nothing: they are none, or not a whole one.
std::optional<Document> from_bytes(std::string_view bytes);

}  // namespace anteroom::document
