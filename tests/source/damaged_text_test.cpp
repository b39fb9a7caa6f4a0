// Characters that were lost or changed before they came into a file: all of them are found, and real text is never
// reported.
#include "source/damaged_text.h"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <filesystem>
#include <vector>

#include "catch.h"
#include "source/misread_utf8.h"
#include "source/parse_toml.h"
#include "source/parse_toml_tolerant.h"
#include "temporary_folder.h"

using namespace anteroom;
using namespace anteroom::source;

namespace {

// `utf8` read in another encoding and saved as UTF-8.
std::string misread_as(const char* encoding, const std::string& utf8) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter* converter = ucnv_open(encoding, &status);
  const icu::UnicodeString text(utf8.data(), static_cast<int32_t>(utf8.size()), converter, status);
  ucnv_close(converter);
  REQUIRE(U_SUCCESS(status));
  std::string result;
  return text.toUTF8String(result);
}

bool is_ascii(const std::string& text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// `text` with all its misread places restored.
std::string mended(const std::string& text) {
  std::string result = text;
  std::vector<Misread> found = misread_utf8(text);
  for (auto it = found.rbegin(); it != found.rend(); ++it) result.replace(it->offset, it->size, it->original);
  return result;
}

void add_strings(const TomlValue& value, std::vector<std::string>& texts) {
  if (const auto* text = std::get_if<std::string>(&value.is)) texts.push_back(*text);
  if (const auto* list = std::get_if<TomlList>(&value.is)) {
    for (const TomlValue& each : *list) add_strings(each, texts);
  }
  if (const auto* table = std::get_if<TomlTable>(&value.is)) {
    for (const TomlEntry& each : *table) add_strings(each.value, texts);
  }
}

// Every string of every TOML file that ships.
std::vector<std::string> shipped_texts() {
  std::vector<std::string> texts;
  for (const char* folder : {"/content", "/assets", "/config"}) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(std::string(ANTEROOM_ROOT) + folder)) {
      if (entry.path().extension() != ".toml") continue;
      Diagnostics diagnostics;
      const SourceFile file{"shipped", bytes_of_file(entry.path())};
      FileFaults faults(file, diagnostics);
      const auto table = parse_toml(file, faults);
      REQUIRE(table);
      for (const TomlEntry& each : *table) add_strings(each.value, texts);
    }
  }
  return texts;
}

// Real text in which a letter and its neighbour have the codes of a misread letter, and other hard cases.
const std::vector<std::string> real_texts = {
    // French
    "« À propos », « Où ? », « É… », RÉSUMÉ\u00A0: À «\u00A0deux\u00A0», jusqu’à\u00A0«\u00A0trois\u00A0».",
    "BEAUTÉ™, SANTÉ®, CAFÉ… CAFÉ” CAFÉ’ CAFÉ» CAFÉ— CAFÉ\u00A0! Â, Ê, Î, Ô, Û et « Â ».",
    "L’été, c’est déjà fini\u202F? «\u202FVoilà…\u202F» 25\u00A0°C, n°\u00A04, 2\u00A0½ %, 10 µg, ±5, 3×4.",
    "Où êtes-vous, maître Noël? Là-bas, naïf, cœur, sœur, Œuvre, Ÿ, ÇA VA",
    // Spanish
    "¡Ánimo! ¿Está? «—Ya está»—dijo. Está…” «Mañana»… AÑO… ESPAÑA” ¡Ñ! ½ pastilla, 1.ª y 2.º, café®",
    "¿Qué?—¡Sí!—exclamó. MAMÁ— PAPÁ” SÍ» SÍ… NÚÑEZ Ú»",
    // Portuguese
    "AMANHÔ MANHÃ… MANHû MANHÃ— IRMÃ\u00A0: NÃO, Não, irmã”—disse, manhã»—disse, Ã, “Ô.",
    // German
    "„Ä“, „Ö“ und „Ü“; Ä–Ö–Ü; Ä, Ö; GEBÄ“… »Ä« ›Ö‹ STRASSE, Straße, ß, 5\u00A0€, 10\u00A0%, Größe²",
    // Scandinavian
    "VAD SÅ… ”SÅ” PÅ— PÅ\u00A0GÅNG, BRÅ’s rapport, Å–3, 5\u00A0Å±0,1, NÄ…JAG, Ø”, Ø…, BLÅBÆR, Århus",
    // Italian
    "È… “È” PERCHÉ\u00A0? «CITTÀ» “COSÌ” LUNEDÌ… ‹È›, perché, «così», più, PIÙ— È vero",
    // Turkish
    "“Hâlâ…” «HÂLÂ» hâlâ” İğne, ışık, ŞU, Ğ, kâğıt, Lâle’ye, HÂLÂ…",
    // Vietnamese
    "“ĐÃ” XÃ… MÃ—ANH, Một, việt nam, “đã”, Ấn Độ, «LÀ» ĐÂU, TÊN: ĐÃ\u00A0ĐẾN, Â",
    "Điện thoại: 1900 1234… Ầm ầm, được, Ượng",
    // Romanian
    "„Română”, ÎN ROMÂNĂ, Ă, Â, Î, „â”… ș ț Ș Ț hotărât",
    // Czech and its neighbours
    "Též… „níž“ spíš” Žluťoučký kůň, ÚŠ, Íž, věž, Łódź, ąęśćżź, ŻÓŁĆ…, Ő ű, Åland",
    // Other scripts
    "اتصلوا بنا: 519 555 0100، مُحَمَّد «نعم»؛ ٢٠٪ هل؟",
    "שאלו את הרופא על Botox, צה״ל",
    "请问：“您好吗？”《说明》……——",
    "ਪ੍ਰਸ਼ਨ ਪੁੱਛੋ। 95%",
    "प्रश्न पूछिए: क्या?",
    "Αθήνα — Ελλάδα, “Ω”",
    "Москва — «Ёж», №5",
    "ボトックスの効果は？",
    "보톡스(Botox)",
    "สวัสดี",
    "a\u00A0\u0301 \u25CC\u0301 e\u0301",
    // Signs
    "3×½ 2×¼ ½×½×½ 5×10² ©2026 ™ ® § ¶ † ‡ • · ° º ª € £ ¥ → ✓ ☎ 😀 😷",

    "x\u00B2",
    "1‰",
    "ÄÖÜ äöü ÀÉ ÿ Ð ð Þ þ",
};

struct Case {
  std::string written, original;
};

const std::vector<Case> damaged = {
    {"dÃ©jÃ\u00A0 vu", "déjà vu"},
    {"dÃ©jÃ  vu", "déjà vu"},
    {"voilÃ\u00A0!", "voilà!"},
    {"Ã  la maison", "à la maison"},
    {"Il va Ã  Paris", "Il va à Paris"},
    {"PÃ¨re, FÃªte, SÃ»r, MaÃ®tre, HÃ´pital, NoÃ«l", "Père, Fête, Sûr, Maître, Hôpital, Noël"},
    {"HÃ”PITAL, KÃ–LN, NOÃ‹L, Ã‰TÃ‰", "HÔPITAL, KÖLN, NOËL, ÉTÉ"},
    {"Ã–sterreich, straÃŸe, Ã¼ber", "Österreich, straße, über"},
    {"Å“uvre, cÅ“ur, Å’uvre", "œuvre, cœur, Œuvre"},
    {"lâ€™effet", "l’effet"},
    {"l\u00E2\u0080\u0099effet", "l’effet"},
    {"â€œyesâ€\u009D", "“yes”"},
    {"â€œyesâ€", "“yes”"},
    {"waitâ€¦", "wait…"},
    {"5Â\u00A0%", "5\u00A0%"},
    {"5Â %", "5\u00A0%"},
    {"motÂ\u00A0: ouiÂ\u00A0!", "mot\u00A0: oui\u00A0!"},
    {"NÂ°5, 25Â°C, Â«ouiÂ»", "N°5, 25°C, «oui»"},
    {"2 Â½ tablets, Â© us, Â®", "2 ½ tablets, © us, ®"},
    {"â‚¬5, 5â‚¬, Botoxâ„¢, a â†’ b, âœ“", "€5, 5€, Botox™, a → b, ✓"},
    {"aÃ±o, Â¿quÃ©?, Â¡No!", "año, ¿qué?, ¡No!"},
    {"nÃ£o, amanhÃ£, Ã\u00ADndice", "não, amanhã, índice"},
    {"ÄŸÃ¼zel ÅŸey, Ä°stanbul, Ä±ÅŸÄ±k", "ğüzel şey, İstanbul, ışık"},
    {"viá»‡t, Má»™t, Ä‘Æ°á»£c", "việt, Một, được"},
    {"Lá»—i", "Lỗi"},
    {"CÃ“ PIÃ™", "CÓ PIÙ"},
    {"TaÉ›rabt", "Taɛrabt"},
    {"È™i Å£arÄƒ È›arÄƒ", "și ţară țară"},
    {"eÌ\u0081teÌ\u0081, eÌ€", "e\u0301te\u0301, e\u0300"},
    {"Ø§ØªØµÙ„ÙˆØ§", "اتصلوا"},
    {"Ù…Ø§ Ù‡Ùˆ", "ما هو"},
    {"×©×œ×•×\u009D", "שלום"},
    {"ÐœÐ¾Ñ\u0081ÐºÐ²Ð°", "Москва"},
    {"OÃ¹ ?", "Où ?"},
    {"Î‘Î¸Î®Î½Î±", "Αθήνα"},
    {"æŠ˜ç´™", "折紙"},
    {"æŠ˜", "折"},
    {"ã€‚ï¼Œ", "。，"},
    {"à¨ªà©\u008Dà¨°", "ਪ੍ਰ"},
    {"à¤•à¥\u008Dà¤¯à¤¾", "क्या"},
    {"ðŸ˜€", "😀"},
    {"ï»¿Paper", "\uFEFFPaper"},
    {"caf\u00EF\u00BF\u00BD", "caf"},
    {"ÃƒÂ©tÃƒÂ©", "été"},
    {"lÃ¢â‚¬â„¢effet", "l’effet"},
};

}  // namespace

TEST_CASE("real text in any language is not taken for damaged") {
  std::vector<std::string> texts = shipped_texts();
  REQUIRE(texts.size() > 1500);
  texts.insert(texts.end(), real_texts.begin(), real_texts.end());
  for (const std::string& text : texts) {
    INFO(text);
    const auto damage = first_damage(text);
    INFO((damage ? damage->message : ""));
    CHECK_FALSE(damage);
    CHECK_FALSE(first_stray(text));
  }
}

TEST_CASE("a misread letter is found and its original is named") {
  for (const Case& each : damaged) {
    INFO(each.written);
    CHECK(mended(each.written) == each.original);
    CHECK(first_damage(each.written));
  }
}

TEST_CASE("every text that ships is found and restored when it was misread") {
  int tried = 0;
  for (const std::string& text : shipped_texts()) {
    if (is_ascii(text)) continue;
    for (const char* encoding : {"windows-1252", "iso-8859-1"}) {
      INFO(encoding << ": " << text);
      const std::string once = misread_as(encoding, text);
      CHECK(first_damage(once));
      CHECK(mended(once) == text);
      CHECK(first_damage(misread_as(encoding, once)));
      ++tried;
    }
  }
  CHECK(tried > 2000);
}

TEST_CASE("every Latin letter in a word is found when it was misread") {
  for (char32_t letter = 0xC0; letter < 0x180; ++letter) {
    if (letter == 0xD7 || letter == 0xF7) continue;
    std::string utf8;
    icu::UnicodeString(static_cast<UChar32>(letter)).toUTF8String(utf8);
    for (const std::string& word : {"ab" + utf8 + "cd", "ab" + utf8 + " cd", "x ab" + utf8}) {
      INFO(word);
      CHECK(mended(misread_as("windows-1252", word)) == word);
      CHECK(mended(misread_as("iso-8859-1", word)) == word);
    }
  }
}

TEST_CASE("a lost letter and a character that cannot be text are named by their codes") {
  CHECK(first_damage("a caf\uFFFD here")->message ==
        "a letter is lost: U+FFFD (\uFFFD) is in its place; type it again, and save the file as UTF-8");
  CHECK(first_damage("caf\uFFFD")->offset == 3);
  CHECK(first_damage("\uFFFD\uFFFD \uFFFD")->message.find("like 2 more in this text") != std::string::npos);
  CHECK(first_damage("\uE000")->message.find("U+E000 is a private character") == 0);
  CHECK(first_damage("a \U000F1234")->message.find("U+F1234 is a private character") == 0);
  CHECK(first_damage("a \uFFFC b")->message.find("U+FFFC stands for a picture") == 0);
  CHECK(first_damage("a\uFFFE")->message.find("U+FFFE is no character") == 0);
  CHECK(first_damage("dÃ©jÃ\u00A0 vu")->message ==
        "`Ã©` is damaged: it was probably `é`; type it again, like 1 more in this text, and save the file as UTF-8");
  CHECK(first_damage("5Â\u00A0%")->message.find("probably a no-break space") != std::string::npos);
}

TEST_CASE("a mark without a letter and a byte order mark inside a text are stray") {
  CHECK(first_stray("\u0301e")->message.find("U+0301") != std::string::npos);
  CHECK(first_stray("caf \u0301")->offset == 4);
  CHECK(first_stray("\u0A3E")->message.find("U+0A3E") != std::string::npos);
  CHECK(first_stray("a\uFEFFb")->message.find("byte order mark") != std::string::npos);
  CHECK_FALSE(first_stray("cafe\u0301 \u0645\u064F\u062D ਪ੍ਰਸ਼ਨ"));
}

TEST_CASE("a list that lacks a comma is one fault and loses nothing") {
  const auto read = [](const std::string& text) {
    source::Diagnostics diagnostics;
    const source::SourceFile file{"pack.toml", text};
    source::FileFaults faults(file, diagnostics);
    const source::TolerantToml toml = source::parse_toml_tolerant(file, faults);
    REQUIRE(toml.table);
    const source::TomlValue* cards = source::find_value(*toml.table, {"cards"});
    REQUIRE(cards != nullptr);
    CHECK(diagnostics.error_count() == 1);
    CHECK(toml.lost == std::vector<unsigned>{3});
    return std::get<source::TomlList>(cards->is).size();
  };
  CHECK(read("cards = [\n  \"a\",\n  \"b\"\n  \"c\",\n  \"d\",\n  \"e\",\n]\ncore = [\"a\"]\n") == 5);
  CHECK(read("cards = [\n  \"a\",\n  \"b\"  # the second\n\n  # and then\n  \"c\"\n]\n") == 3);
}
