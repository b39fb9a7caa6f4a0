#include "source/source_file.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <utility>

#include "language/utf8.h"
#include "source/encoding.h"
#include "source/file_names.h"
#include "source/printable.h"

namespace anteroom::source {

namespace {

namespace fs = std::filesystem;

// A line longer than this does not help below a message, and a file of one line could repeat it a hundred times.
constexpr std::size_t longest_source_line = 1000;

std::string_view line_at(std::string_view text, std::size_t begin) {
  return text.substr(begin, std::min(text.find('\n', begin), text.size()) - begin);
}

// The offset in `text` that is `characters` after `offset`.
std::size_t offset_after(std::string_view text, std::size_t offset, std::size_t characters) {
  const auto is_continuation = [&](std::size_t at) { return (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80; };
  for (; characters > 0 && offset < text.size(); --characters) {
    ++offset;
    while (offset < text.size() && is_continuation(offset)) ++offset;
  }
  return offset;
}

// The number of bytes in the TOML string that `text` begins with; 0 if it begins with none.
std::size_t string_size(std::string_view text) {
  if (text.empty() || (text[0] != '"' && text[0] != '\'')) return 0;
  const bool is_long = text.size() > 2 && text[1] == text[0] && text[2] == text[0];
  const std::string quotes(is_long ? 3 : 1, text[0]);
  for (std::size_t at = quotes.size(); at < text.size(); ++at) {
    if (text[at] == '\\' && text[0] == '"') {
      ++at;
    } else if (text.substr(at).starts_with(quotes)) {
      return at + quotes.size();
    }
  }
  return text.size();
}

// A file saved on Windows reads the same as any other.
void drop_carriage_returns(std::string& text) {
  if (text.find("\r\n") == std::string::npos) return;
  std::size_t kept = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n') continue;
    text[kept++] = text[i];
  }
  text.resize(kept);
}

// True if `path` is a file. Checked before opening: opening a pipe would wait for ever.
bool is_file(const fs::path& path, const std::string& reported_path, Diagnostics& diagnostics) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (fs::is_regular_file(status)) return true;
  if (status.type() == fs::file_type::not_found) {
    add_file_fault(diagnostics, rule::missing_file, reported_path,
                   "there is no such file" + file_suggestion(path.filename().string(), entries_of(path.parent_path())));
  } else if (fs::is_directory(status)) {
    add_file_fault(diagnostics, rule::not_a_file, reported_path, "this is a folder; it should be a file");
  } else if (!fs::status_known(status)) {
    add_file_fault(diagnostics, rule::unreadable, reported_path, "the file cannot be read: " + error.message());
  } else {
    add_file_fault(diagnostics, rule::not_a_file, reported_path, "this is not an ordinary file");
  }
  return false;
}

// The bytes of the file; if there are more than `max_bytes`, perhaps not all of them.
std::optional<std::string> bytes_of(const fs::path& path, std::uintmax_t max_bytes) {
  constexpr std::size_t step = 4096;  // most cards have less
  std::ifstream stream;
  stream.rdbuf()->pubsetbuf(nullptr, 0);  // the bytes go straight to where they are needed
  stream.open(path, std::ios::binary);
  std::string bytes;
  while (stream && bytes.size() <= max_bytes) {
    const std::size_t before = bytes.size();
    bytes.resize(before + std::max(step, before));
    stream.read(bytes.data() + before, static_cast<std::streamsize>(bytes.size() - before));
    bytes.resize(before + static_cast<std::size_t>(stream.gcount()));
  }
  if (!stream.eof() && bytes.size() <= max_bytes) return std::nullopt;
  bytes.shrink_to_fit();
  return bytes;
}

// What a word processor's file is, by the signature that it begins with; empty for anything else.
std::string document_in(std::string_view bytes) {
  using namespace std::string_view_literals;
  if (bytes.starts_with("{\\rtf")) return "an RTF document, as word processors write it";
  if (bytes.starts_with("PK\x03\x04"sv)) return "a Word or OpenDocument document";
  if (bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv)) return "a Word document";
  return {};
}

// What is wrong with a file that has no content; empty if it has some.
std::string emptiness_of(std::string_view text) {
  using namespace std::string_view_literals;
  if (text.find_first_not_of(" \t\r\n\0"sv) != std::string_view::npos) return {};
  return text.find('\0') == std::string_view::npos
             ? "the file is empty; put back a copy of it"
             : "the file holds nothing but zero bytes, as after a power cut; put back a copy of it";
}

// The position of the first of `damage`, offsets in `text`, in each line.
std::vector<Position> first_in_lines(std::string_view text, const std::vector<std::size_t>& damage) {
  std::vector<Position> places;
  unsigned line = 1;
  std::size_t line_begin = 0;
  for (const std::size_t offset : damage) {
    for (std::size_t end = text.find('\n', line_begin); end < offset; end = text.find('\n', line_begin)) {
      line_begin = end + 1;
      ++line;
    }
    if (!places.empty() && places.back().line == line) continue;
    places.push_back({line, language::code_point_count(text.substr(line_begin, offset - line_begin)) + 1});
  }
  return places;
}

// The file, as far as it can be read; `saved_as` receives its encoding if that is not UTF-8. Errors: as
// read_damaged_source.
std::optional<SourceFile> read_text(const fs::path& path, const std::string& reported_path, std::uintmax_t max_bytes,
                                    std::string& saved_as, Diagnostics& diagnostics) {
  if (!is_file(path, reported_path, diagnostics)) return std::nullopt;
  std::optional<std::string> bytes = bytes_of(path, max_bytes);
  if (!bytes) {
    add_file_fault(diagnostics, rule::unreadable, reported_path, "the file cannot be read");
    return std::nullopt;
  }
  if (bytes->size() > max_bytes) {
    add_file_fault(diagnostics, rule::too_large, reported_path,
                   "the file is too large; at most " + std::to_string(max_bytes >> 20U) + " MB are allowed");
    return std::nullopt;
  }
  if (const std::string document = document_in(*bytes); !document.empty()) {
    add_file_fault(diagnostics, rule::syntax, reported_path,
                   "this is " + document + "; save it as plain text, in UTF-8");
    return std::nullopt;
  }
  DecodedText text = decoded(std::move(*bytes));
  if (std::string fault = emptiness_of(text.utf8); !fault.empty()) {
    add_file_fault(diagnostics, rule::empty_file, reported_path, std::move(fault));
    return std::nullopt;
  }
  if (!text.saved_as.empty()) {
    add_file_fault(diagnostics, rule::invalid_utf8, reported_path,
                   "the file is saved as " + text.saved_as + "; save it with the encoding UTF-8");
  }
  saved_as = std::move(text.saved_as);
  // Before the carriage returns are dropped: that changes later offsets but no line and no column.
  std::vector<Position> damage = first_in_lines(text.utf8, text.damage);
  drop_carriage_returns(text.utf8);
  return SourceFile{reported_path, std::move(text.utf8), std::move(damage)};
}

}  // namespace

void add_file_fault(Diagnostics& diagnostics, const Rule& rule, const std::string& reported_path, std::string message) {
  diagnostics.add({.path = printable(reported_path),
                   .severity = rule.severity,
                   .rule = rule.name,
                   .message = std::move(message),
                   .source_line = {}});
}

void add_folder_faults(Diagnostics& diagnostics, const Rule& rule, const std::string& reported_path,
                       const std::vector<std::string>& names, const std::string& message) {
  for (std::size_t i = 0; i < std::min(names.size(), max_listed); ++i) {
    add_file_fault(diagnostics, rule, reported_path + names[i], message);
  }
  if (names.size() <= max_listed) return;
  add_file_fault(diagnostics, rule, reported_path,
                 "and " + in_thousands(names.size() - max_listed) + " more files of this folder: " + message);
}

std::string file_bytes(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

std::optional<SourceFile> read_source(const fs::path& path, const std::string& reported_path, std::uintmax_t max_bytes,
                                      Diagnostics& diagnostics) {
  std::string saved_as;
  std::optional<SourceFile> file = read_text(path, reported_path, max_bytes, saved_as, diagnostics);
  if (!file || !saved_as.empty()) return std::nullopt;
  if (file->damage.empty()) return file;
  FileFaults(*file, diagnostics).add(rule::invalid_utf8, file->damage.front(), not_utf8);
  return std::nullopt;
}

std::optional<SourceFile> read_damaged_source(const fs::path& path, const std::string& reported_path,
                                              std::uintmax_t max_bytes, Diagnostics& diagnostics) {
  std::string saved_as;
  return read_text(path, reported_path, max_bytes, saved_as, diagnostics);
}

FileFaults::FileFaults(const SourceFile& file, Diagnostics& diagnostics)
    : file_(file), diagnostics_(diagnostics), reported_path_(printable(file.reported_path)) {}

std::size_t FileFaults::line_begin(unsigned line) {
  if (line < known_line_) {
    known_line_ = 1;
    known_begin_ = 0;
  }
  while (known_line_ < line) {
    const std::size_t end = file_.text.find('\n', known_begin_);
    if (end == std::string::npos) return file_.text.size();
    known_begin_ = end + 1;
    ++known_line_;
  }
  return known_begin_;
}

bool FileFaults::has_lost(std::string_view key) {
  return std::any_of(file_.lost.begin(), file_.lost.end(), [&](unsigned number) {
    std::string_view line = line_at(file_.text, line_begin(number));
    line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
    if (!line.starts_with(key)) return false;
    line.remove_prefix(key.size());
    const std::size_t next = line.find_first_not_of(" \t");
    return next != std::string_view::npos && line[next] == '=';
  });
}

Diagnostic FileFaults::diagnostic(const Rule& rule, Position at, std::string message) {
  std::string source_line;
  if (at.line > 0) {
    const std::string_view line = line_at(file_.text, line_begin(at.line));
    if (line.size() <= longest_source_line) source_line = printable(line);
  }
  return {.path = reported_path_,
          .line = at.line,
          .column = at.column,
          .severity = rule.severity,
          .rule = rule.name,
          .message = std::move(message),
          .source_line = std::move(source_line)};
}

void FileFaults::add(const Rule& rule, Position at, std::string message) {
  if (rule.severity == Severity::error) ++errors_;
  if (diagnostics_.is_full(reported_path_, rule.severity)) {
    diagnostics_.count(reported_path_, rule.severity);
  } else {
    diagnostics_.add(diagnostic(rule, at, std::move(message)));
  }
}

std::size_t FileFaults::offset_of(Position place) {
  return offset_after(file_.text, line_begin(place.line), place.column - 1);
}

void FileFaults::withdraw(const Rule& rule, Position at, std::string_view beginning) {
  const bool was_there = diagnostics_.withdraw(rule.name, reported_path_, at.line, beginning);
  if (was_there && rule.severity == Severity::error) --errors_;
}

Position FileFaults::place_of(Position from, std::size_t offset) {
  const std::string_view text = file_.text;
  std::size_t begin = line_begin(from.line);
  for (std::size_t end = text.find('\n', begin); end < offset; end = text.find('\n', begin)) {
    begin = end + 1;
    ++from.line;
  }
  from.column = language::code_point_count(text.substr(begin, offset - begin)) + 1;
  return from;
}

std::string_view FileFaults::string_at(Position from) {
  if (from.line == 0 || is_full()) return {};
  const std::string_view rest = std::string_view(file_.text).substr(offset_of(from));
  return rest.substr(0, string_size(rest));
}

std::string FileFaults::header_at(Position at, unsigned until) {
  if (at.line == 0) return {};
  const std::string_view line = line_at(file_.text, line_begin(at.line));
  const std::string_view written = trimmed(line);
  if (written.starts_with("[")) {
    const std::size_t end = written.find(']');
    if (end == std::string_view::npos) return {};
    if (until > 1) {
      std::string_view above = line.substr(0, offset_after(line, 0, until - 1));
      above = above.substr(0, above.find_last_of('.'));
      return "[" + printable(above.substr(above.find_first_not_of("[ \t"))) + "]";
    }
    return printable(written.substr(0, written.find_first_not_of(']', end)));
  }
  const std::size_t equals = line.find('=');
  const bool is_inline = equals != std::string_view::npos && trimmed(line.substr(equals + 1)).starts_with("{");
  return is_inline ? in_ticks(trimmed(line.substr(0, equals))) : std::string();
}

Position FileFaults::after(Position from, std::size_t characters) {
  if (from.line == 0 || is_full()) return from;
  return place_of(from, offset_after(file_.text, offset_of(from), characters));
}

Position FileFaults::find(Position from, std::string_view part, unsigned nth) {
  const std::string_view text = string_at(from);
  if (text.empty() || part.empty()) return from;
  std::size_t found = 0;
  for (unsigned seen = 0; seen < nth; ++seen) {
    found = text.find(part, seen == 0 ? 0 : found + part.size());
    if (found == std::string_view::npos) return from;
  }
  return place_of(from, offset_of(from) + found);
}

}  // namespace anteroom::source
