/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>

#include "vac-csv.h"
#include "vac-error.h"

/* A table as one line of text: fields between '|', rows as "LINE:…" between '/'. */
static char *
describe (const char *text,
          gsize       length,
          char        delimiter,
          GError    **error)
{
  g_autoptr (VacCsvReader) reader = vac_csv_reader_new (text, length, delimiter);
  GString *string = g_string_new (NULL);
  VacCsvRow row;

  while (vac_csv_reader_next (reader, &row, error))
    {
      if (string->len > 0)
        g_string_append_c (string, '/');
      g_string_append_printf (string, "%u:", row.line);
      for (guint i = 0; i < row.n_fields; i++)
        g_string_append_printf (string, "%s%s", i > 0 ? "|" : "", row.fields[i]);
    }

  return g_string_free (string, FALSE);
}

static void
test_reader_survives_odd_tables (void)
{
  static const struct
  {
    const char *text;
    char        delimiter;
    const char *expected;
  } cases[] = {
    { "", ',', "" },
    { "a", ',', "1:a" },
    { "a\n", ',', "1:a" },
    { "a,b\nc,d\n", ',', "1:a|b/2:c|d" },
    { "a,b\r\nc,d\r\n", ',', "1:a|b/2:c|d" },
    { "a,b\rc,d\r", ',', "1:a|b/2:c|d" },
    { "a;b\tc", '\t', "1:a;b|c" },
    { ",", ',', "1:|" },
    { ",\n", ',', "1:|" },
    { "a,\n,b", ',', "1:a|/2:|b" },
    { "\n\na\n\n", ',', "1:/2:/3:a/4:" },
    { "\"a\"", ',', "1:a" },
    { "\"\"", ',', "1:" },
    { "\"a,b\",c", ',', "1:a,b|c" },
    { "\"a \"\"b\"\" c\"", ',', "1:a \"b\" c" },
    { "\"\"\"\"", ',', "1:\"" },
    { "\"a\nb\",c\nd", ',', "1:a\nb|c/3:d" },
    { "\"a\r\nb\r\nc\"\r\nd", ',', "1:a\r\nb\r\nc/4:d" },
    { "\"a\rb\"\rd", ',', "1:a\rb/3:d" },
    { "a \"b\" c,d", ',', "1:a \"b\" c|d" },
    { "\"a\"b,c", ',', "1:ab|c" },
    { " \"a\"", ',', "1: \"a\"" },
    { "=1+1,+5,-5,@x", ',', "1:=1+1|+5|-5|@x" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *found = describe (cases[i].text, strlen (cases[i].text),
                                         cases[i].delimiter, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

static void
test_reader_names_the_row_of_an_open_quote (void)
{
  const char *text = "a,b\nc,\"d\ne\nf";
  g_autoptr (GError) error = NULL;
  g_autofree char *found = describe (text, strlen (text), ',', &error);
  guint line, column;

  g_assert_cmpstr (found, ==, "1:a|b");
  g_assert_error (error, VAC_ERROR, VAC_ERROR_SYNTAX);
  g_assert_true (vac_error_get_place (error, &line, &column));
  g_assert_cmpuint (line, ==, 2);
  g_assert_cmpuint (column, ==, 1);
}

static void
test_reader_takes_a_field_of_a_megabyte (void)
{
  const gsize size = 1024 * 1024;
  g_autoptr (GString) text = g_string_new ("name,note\nx,\"");
  g_autoptr (VacCsvReader) reader = NULL;
  VacCsvRow row;

  for (gsize i = 0; i < size; i++)
    g_string_append_c (text, i % 64 == 0 ? '\n' : 'y');
  g_string_append (text, "\"\nlast,z\n");

  reader = vac_csv_reader_new (text->str, text->len, ',');
  g_assert_true (vac_csv_reader_next (reader, &row, NULL));
  g_assert_true (vac_csv_reader_next (reader, &row, NULL));
  g_assert_cmpuint (strlen (row.fields[1]), ==, size);
  g_assert_true (vac_csv_reader_next (reader, &row, NULL));
  g_assert_cmpuint (row.line, ==, 3 + size / 64);
  g_assert_cmpstr (row.fields[0], ==, "last");
  g_assert_false (vac_csv_reader_next (reader, &row, NULL));
  g_assert_cmpuint (vac_csv_reader_get_offset (reader), ==, text->len);
}

static void
test_reader_refuses_an_endless_field (void)
{
  g_autofree char *text = g_strnfill (VAC_CSV_LONGEST_FIELD + 1, 'x');
  g_autoptr (GError) error = NULL;
  g_autofree char *found = describe (text, strlen (text), ',', &error);

  g_assert_cmpstr (found, ==, "");
  g_assert_error (error, VAC_ERROR, VAC_ERROR_SYNTAX);
}

static void
test_encoding_is_found_and_decoded (void)
{
  static const struct
  {
    const char    *bytes;
    gsize          length;
    VacCsvEncoding encoding;
    const char    *text;
  } cases[] = {
    { "", 0, VAC_CSV_UTF_8, "" },
    { "a,b", 3, VAC_CSV_UTF_8, "a,b" },
    { "\xef\xbb\xbf" "a", 4, VAC_CSV_UTF_8, "a" },
    { "Z\xc3\xbcrich", 7, VAC_CSV_UTF_8, "Zürich" },
    { "Z\xfcrich", 6, VAC_CSV_WINDOWS_1252, "Zürich" },
    { "\x80" "5 \x96 \x80" "9", 7, VAC_CSV_WINDOWS_1252, "€5 – €9" },
    { "\xff\xfe" "a\0\xfc\0", 6, VAC_CSV_UTF_16_LE, "aü" },
    { "\xfe\xff" "\0a\0\xfc", 6, VAC_CSV_UTF_16_BE, "aü" },
    { "a\0,\0b\0", 6, VAC_CSV_UTF_16_LE, "a,b" },
    { "\0a\0,\0b", 6, VAC_CSV_UTF_16_BE, "a,b" },
    { "abcdefghijklmnop\0rs", 19, VAC_CSV_UTF_8, "abcdefghijklmnop\357\277\275rs" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      VacCsvEncoding encoding = vac_csv_sniff_encoding (cases[i].bytes, cases[i].length);
      g_autoptr (GError) error = NULL;
      gsize length = 0;
      g_autofree char *text = vac_csv_decode (cases[i].bytes, cases[i].length, encoding, &length,
                                              &error);

      g_assert_no_error (error);
      g_assert_cmpint (encoding, ==, cases[i].encoding);
      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_cmpuint (length, ==, strlen (cases[i].text));
    }
}

static void
test_wrong_encoding_is_an_error (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) wide_error = NULL;
  guint line, column;
  gsize length;

  g_assert_null (vac_csv_decode ("a\nb\xfc", 4, VAC_CSV_UTF_8, &length, &error));
  g_assert_error (error, VAC_ERROR, VAC_ERROR_SYNTAX);
  g_assert_true (vac_error_get_place (error, &line, &column));
  g_assert_cmpuint (line, ==, 2);
  g_assert_cmpuint (column, ==, 1);
  g_assert_null (vac_csv_decode ("\x00\xd8", 2, VAC_CSV_UTF_16_LE, &length, &wide_error));
  g_assert_error (wide_error, VAC_ERROR, VAC_ERROR_SYNTAX);
}

static void
test_delimiter_is_found (void)
{
  static const struct
  {
    const char *text;
    char        expected;
  } cases[] = {
    { "", ',' },
    { "alone\n", ',' },
    { "a,b,c\n1,2,3\n", ',' },
    { "a;b;c\n1,5;2,5;3,5\n4,5;5,5;6,5\n", ';' },
    { "a\tb\n1,5\t2,5\n", '\t' },
    { "place,note\n\"Austin, TX\",x; y\nBoston,a; b\n", ',' },
    { "Austin, TX;1;2\nBoston, MA;3;4\n", ';' },
    { "a,b\n1,2\n1\t2,3\n", ',' },
    { "sep=;\r\na,b;c\r\n", ';' },
    { "\"sep=\t\"\na,b\tc\n", '\t' },
    { "SEP=,\na;b,c;d\n", ',' },
    { "sep=x\na;b\n", ';' },
    { "Notes on it, two of them\nand one more\na;b;c\n1,5;2;3\n4;5;6,5\n7;8;9\n", ';' },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (vac_csv_sniff_delimiter (cases[i].text, strlen (cases[i].text)), ==,
                     cases[i].expected);
}

static void
test_writer_disarms_formulas_and_keeps_numbers (void)
{
  static const struct
  {
    const char *text;
    const char *expected;
  } cases[] = {
    { "plain", "plain" },
    { "", "\"\"" },
    { NULL, "\"\"" },
    { "a,b", "\"a,b\"" },
    { "say \"hi\"", "\"say \"\"hi\"\"\"" },
    { "two\nlines", "\"two\nlines\"" },
    { " space", "\" space\"" },
    { "=1+1", "'=1+1" },
    { "+5", "'+5" },
    { "-5", "'-5" },
    { "@x", "'@x" },
    { "\tx", "\"'\tx\"" },
    { "\rx", "\"'\rx\"" },
    { "=A1,B1", "\"'=A1,B1\"" },
    { "a=b", "a=b" },
  };
  g_autoptr (GString) numbers = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) string = g_string_new (NULL);

      vac_csv_append_text (string, ',', cases[i].text);
      g_assert_cmpstr (string->str, ==, cases[i].expected);
    }

  vac_csv_append_number (numbers, ';', 170000, 0);
  vac_csv_append_number (numbers, ';', -117, 1);
  vac_csv_append_number (numbers, ';', -5, 1);
  vac_csv_append_number (numbers, ';', 11823, 2);
  vac_csv_end_row (numbers);
  vac_csv_append_text (numbers, ';', "x");
  g_assert_cmpstr (numbers->str, ==, "170000;-11.7;-0.5;118.23\r\nx");
}

static void
test_what_is_written_reads_back (void)
{
  static const char *const texts[] = { "plain", "", "a,b", "\"", "two\r\nlines", " x ", "ü" };
  g_autoptr (GString) string = g_string_new (NULL);
  g_autoptr (VacCsvReader) reader = NULL;
  VacCsvRow row;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    vac_csv_append_text (string, ',', texts[i]);
  vac_csv_end_row (string);

  reader = vac_csv_reader_new (string->str, string->len, ',');
  g_assert_true (vac_csv_reader_next (reader, &row, NULL));
  g_assert_cmpuint (row.n_fields, ==, G_N_ELEMENTS (texts));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_cmpstr (row.fields[i], ==, texts[i]);
  g_assert_false (vac_csv_reader_next (reader, &row, NULL));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/csv/reader/survives-odd-tables", test_reader_survives_odd_tables);
  g_test_add_func ("/csv/reader/names-the-row-of-an-open-quote",
                   test_reader_names_the_row_of_an_open_quote);
  g_test_add_func ("/csv/reader/takes-a-field-of-a-megabyte",
                   test_reader_takes_a_field_of_a_megabyte);
  g_test_add_func ("/csv/reader/refuses-an-endless-field", test_reader_refuses_an_endless_field);
  g_test_add_func ("/csv/encoding/is-found-and-decoded", test_encoding_is_found_and_decoded);
  g_test_add_func ("/csv/encoding/wrong-one-is-an-error", test_wrong_encoding_is_an_error);
  g_test_add_func ("/csv/delimiter-is-found", test_delimiter_is_found);
  g_test_add_func ("/csv/writer/disarms-formulas-and-keeps-numbers",
                   test_writer_disarms_formulas_and_keeps_numbers);
  g_test_add_func ("/csv/what-is-written-reads-back", test_what_is_written_reads_back);

  return g_test_run ();
}
