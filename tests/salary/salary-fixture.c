/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "salary-fixture.h"

#include "exporting.h"
#include "support.h"
#include "vac-comparison-outline.h"
#include "vac-exporters.h"

/* The figures of the Machine Learning Engineer guide, so that its expected results can be tested
 * without the layers that read a file. */
static const struct
{
  const char *name;
  const char *minimum;
  const char *maximum;
  const char *price_index;
  const char *note;
} places[] = {
  { "San Francisco Bay Area", "160000", "220000", "11823", "High demand" },
  { "New York City", "150000", "210000", "11247", "Financial services premium" },
  { "Seattle", "140000", "200000", "11299", "Tech hub" },
  { "Austin", "125000", "175000", "9762", "Growing AI scene" },
  { "Boston", "130000", "185000", "11157", "Strong academic presence" },
  { "Chicago", "115000", "165000", "10256", "Diverse industry base" },
  { "Atlanta", "110000", "155000", "10093", "Lower cost of living" },
  { "Remote", "115000", "190000", "10000", "Varies by company policy" },
};

void
salary_fixture_set (VacDocument *document,
                    VacRole      role,
                    const char  *text)
{
  g_assert_true (vac_document_set_text (document, vac_document_get (document, role), text));
}

VacDocument *
salary_fixture_new (void)
{
  VacDocument *document = vac_document_new ();

  salary_fixture_set (document, VAC_ROLE_LANGUAGE, "en-US");
  salary_fixture_set (document, VAC_ROLE_PAY_MINIMUM, "120000");
  salary_fixture_set (document, VAC_ROLE_PAY_MAXIMUM, "180000");
  salary_fixture_set (document, VAC_ROLE_PAY_CURRENCY, "USD");
  salary_fixture_set (document, VAC_ROLE_PAY_PERIOD, VAC_PERIOD_YEAR);
  salary_fixture_set (document, VAC_ROLE_SALARIES_YEAR, "2025");
  salary_fixture_set (document, VAC_ROLE_SALARIES_CURRENCY, "USD");
  salary_fixture_set (document, VAC_ROLE_SALARIES_PERIOD, VAC_PERIOD_YEAR);
  salary_fixture_set (document, VAC_ROLE_SALARIES_SOURCE, "Synthetic survey");
  salary_fixture_set (document, VAC_ROLE_NATIONAL_MINIMUM, "120000");
  salary_fixture_set (document, VAC_ROLE_NATIONAL_MAXIMUM, "180000");
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    salary_fixture_add_place (document, places[i].name, places[i].minimum, places[i].maximum,
                              places[i].price_index, places[i].note);
  vac_document_add_barrier (document);
  vac_document_mark_saved (document, vac_document_get_state (document));

  return document;
}

void
salary_fixture_add_place (VacDocument *document,
                          const char  *name,
                          const char  *minimum,
                          const char  *maximum,
                          const char  *price_index,
                          const char  *note)
{
  g_autoptr (VacNode) place = vac_node_new_record (vac_schema_get_field (VAC_ROLE_PLACE),
                                                   VAC_ROLE_PLACE_NAME, name,
                                                   VAC_ROLE_PLACE_MINIMUM, minimum,
                                                   VAC_ROLE_PLACE_MAXIMUM, maximum,
                                                   VAC_ROLE_PLACE_PRICE_INDEX, price_index,
                                                   VAC_ROLE_PLACE_NOTE, note,
                                                   VAC_ROLE_NONE);

  g_assert_true (vac_document_append (document, vac_document_get (document, VAC_ROLE_PLACES),
                                      place));
}

VacNode *
salary_fixture_get_place (VacDocument *document,
                          const char  *name)
{
  VacNode *list = vac_document_get (document, VAC_ROLE_PLACES);

  for (guint i = 0; i < vac_node_get_n_children (list); i++)
    {
      VacNode *place = vac_node_get_child (list, i);

      if (g_str_equal (vac_node_get_member_text (place, VAC_ROLE_PLACE_NAME), name))
        return place;
    }
  g_assert_not_reached ();
}

/* What is in a table of tests/salary/fixtures. */
GBytes *
salary_fixture_load_table (const char *name)
{
  g_autofree char *path = g_build_filename ("salary", "fixtures", name, NULL);

  return support_load_bytes (path);
}

void
salary_fixture_set_occupation (VacSalaryImport *import,
                               const char      *code)
{
  VacSalaryImportSettings settings = *vac_salary_import_get_settings (import);

  g_strlcpy (settings.occupation, code, sizeof settings.occupation);
  g_assert_true (vac_salary_import_set_settings (import, &settings, NULL));
}

/* The page that compares all places, in a format. */
char *
salary_fixture_export (VacDocument *document,
                       const char  *format)
{
  const VacExporter *exporter = vac_export_find (support_formats.exporters, format);
  g_autoptr (VacOutline) outline = vac_comparison_subject.make (document, &vac_export_defaults);
  g_autoptr (GBytes) bytes = exporter->write (document, outline, &vac_export_defaults, NULL);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}
