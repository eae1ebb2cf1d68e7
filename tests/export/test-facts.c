/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>

#include "exporting.h"
#include "support.h"
#include "vac-exporters.h"
#include "vac-table-kind.h"

/* A fact of the job that is in nothing that candidates read was forgotten, or is named here. */
static const VacRole not_printed[] = {
  VAC_ROLE_EMPLOYER_LOGO,   /* seen, not read */
  VAC_ROLE_LOCATION_STREET,
  VAC_ROLE_LOCATION_POSTAL_CODE,
  VAC_ROLE_LOCATION_MINIMUM_WAGE,   /* the law's, to check pay against */
  VAC_ROLE_STARTS_NOW,   /* the start date says more */
  VAC_ROLE_PAY_MINIMUM,  /* the only place has a range of its own */
  VAC_ROLE_PAY_MAXIMUM,
  VAC_ROLE_SKILL_NAME,   /* for programs; people read it in the bullets */
  VAC_ROLE_SKILL_LEVEL,
  VAC_ROLE_SKILL_YEARS,
  VAC_ROLE_SKILL_ID,
};

/* Of those, what job boards do not read either. */
static const VacRole not_published[] = {
  VAC_ROLE_EMPLOYER_LOGO,   /* a board wants the address of a picture */
  VAC_ROLE_LOCATION_MINIMUM_WAGE,
  VAC_ROLE_PAY_MINIMUM,
  VAC_ROLE_PAY_MAXIMUM,
  VAC_ROLE_SKILL_LEVEL,   /* schema.org has no place for them */
  VAC_ROLE_SKILL_YEARS,
};

/* One of two values that the field takes. */
static char *
make_value (const VacField *field,
            gboolean        other)
{
  static const char *const texts[][2] = {
    [VAC_SYNTAX_ANY] = { "Probe", "Sample" },
    [VAC_SYNTAX_URL] = { "https://probe.example", "https://sample.example" },
    [VAC_SYNTAX_EMAIL] = { "probe@example.com", "sample@example.com" },
    [VAC_SYNTAX_CURRENCY] = { "EUR", "CHF" },
    [VAC_SYNTAX_COUNTRY] = { "AT", "CH" },
    [VAC_SYNTAX_LANGUAGE] = { "en", "de" },
    [VAC_SYNTAX_TIME] = { "17:00", "18:30" },
    [VAC_SYNTAX_ZONE] = { "Europe/Vienna", "America/Toronto" },
    [VAC_SYNTAX_PHONE] = { "+43 1 5550100", "+43 1 5550101" },
  };

  switch (field->kind)
    {
    case VAC_KIND_INTEGER:
      return g_strdup_printf ("%" G_GINT64_FORMAT, field->minimum + (other ? 3 : 2));
    case VAC_KIND_MONEY:
    case VAC_KIND_DECIMAL:
      return g_strdup (other ? "13.5" : "12.5");
    case VAC_KIND_DATE:
      return g_strdup (other ? "2031-05-06" : "2031-04-05");
    case VAC_KIND_CHOICE:
      return g_strdup (field->choices[other ? 1 : 0].id);
    case VAC_KIND_TOGGLE:
      return g_strdup (other ? "false" : "true");
    case VAC_KIND_PICTURE:
      return g_strdup (other ? SUPPORT_OTHER_PICTURE : SUPPORT_PICTURE);
    case VAC_KIND_TEXT:
    case VAC_KIND_PROSE:
      return g_strdup (texts[field->syntax][other ? 1 : 0]);
    case VAC_KIND_RECORD:
    case VAC_KIND_LIST:
    case VAC_KIND_OPAQUE:
    default:
      g_assert_not_reached ();
    }
}

/* Gives every leaf below @node a value, and every list an element. */
static void
fill (VacDocument *document,
      VacNode     *node)
{
  if (vac_field_is_leaf (vac_node_get_field (node)))
    {
      g_autofree char *value = make_value (vac_node_get_field (node), FALSE);

      vac_document_set_text (document, node, value);
      return;
    }
  if (vac_node_get_kind (node) == VAC_KIND_LIST)
    {
      g_autoptr (VacNode) element = vac_node_new (vac_node_get_field (node)->element);

      vac_document_append (document, node, element);
    }
  for (guint i = 0; i < vac_node_get_n_children (node); i++)
    fill (document, vac_node_get_child (node, i));
}

static gboolean
is_among (VacRole        role,
          const VacRole *roles,
          guint          n_roles)
{
  for (guint i = 0; i < n_roles; i++)
    if (roles[i] == role)
      return TRUE;

  return FALSE;
}

/* Changes one leaf after the other and looks whether what is written differs. */
static void
check_leaves (VacDocument       *document,
              VacNode           *node,
              const VacExporter *exporter,
              const VacRole     *exceptions,
              guint              n_exceptions)
{
  const VacField *field = vac_node_get_field (node);

  if (vac_field_is_leaf (field))
    {
      g_autoptr (GBytes) before = support_export (document, exporter, VAC_AUDIENCE_CANDIDATE);
      g_autofree char *kept = g_strdup (vac_node_get_text (node));
      g_autofree char *value = make_value (field, TRUE);
      g_autoptr (GBytes) after = NULL;

      vac_document_set_text (document, node, value);
      after = support_export (document, exporter, VAC_AUDIENCE_CANDIDATE);
      vac_document_set_text (document, node, kept);
      if (g_bytes_equal (before, after) != is_among (field->role, exceptions, n_exceptions))
        {
          g_test_message ("“%s” is %s", field->label,
                          g_bytes_equal (before, after) ? "read by nobody"
                                                        : "read, and listed as an exception");
          g_test_fail ();
        }
      return;
    }
  for (guint i = 0; i < vac_node_get_n_children (node); i++)
    check_leaves (document, vac_node_get_child (node, i), exporter, exceptions, n_exceptions);
}

static VacDocument *
make_full_document (void)
{
  VacDocument *document = vac_document_new ();
  g_autoptr (VacNode) section = vac_node_new_record (
      vac_schema_get_field (VAC_ROLE_SECTION), VAC_ROLE_SECTION_TITLE, "Pay",
      VAC_ROLE_SECTION_TABLE, vac_table_kind_get_id (VAC_TABLE_PAY), VAC_ROLE_NONE);

  vac_document_append (document, vac_document_get (document, VAC_ROLE_SECTIONS), section);
  fill (document, vac_document_get (document, VAC_ROLE_JOB));
  /* Another range than that of the place, so that one cannot be taken for the other. */
  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_PAY_MINIMUM), "11.5");
  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_PAY_MAXIMUM), "14.5");

  return document;
}

static void
test_candidates_read_every_fact (void)
{
  g_autoptr (VacDocument) document = make_full_document ();

  check_leaves (document, vac_document_get (document, VAC_ROLE_JOB), &vac_text_exporter,
                not_printed, G_N_ELEMENTS (not_printed));
}

static void
test_job_boards_read_every_fact (void)
{
  g_autoptr (VacDocument) document = make_full_document ();

  check_leaves (document, vac_document_get (document, VAC_ROLE_JOB), &vac_jobposting_exporter,
                not_published, G_N_ELEMENTS (not_published));
}

static void
test_the_range_of_the_job_is_read_where_places_have_none (void)
{
  g_autoptr (VacDocument) document = make_full_document ();
  VacNode *locations = vac_document_get (document, VAC_ROLE_LOCATIONS);

  vac_document_remove (document, vac_node_get_child (locations, 0));
  check_leaves (document, vac_document_get (document, VAC_ROLE_PAY), &vac_text_exporter, NULL, 0);
  check_leaves (document, vac_document_get (document, VAC_ROLE_PAY), &vac_jobposting_exporter,
                NULL, 0);
}

/* But for a file that the team gets whole, nothing that is written differs. */
static void
check_secret_leaf (VacDocument *document,
                   VacNode     *leaf)
{
  static const VacExporter *const exporters[] = { VAC_EXPORTERS };
  g_autofree char *value = make_value (vac_node_get_field (leaf), FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (exporters); i++)
    for (VacAudience audience = VAC_AUDIENCE_CANDIDATE; audience <= VAC_AUDIENCE_TEAM; audience++)
      {
        g_autoptr (GBytes) before = support_export (document, exporters[i], audience);
        g_autoptr (GBytes) after = NULL;

        vac_document_set_text (document, leaf, value);
        after = support_export (document, exporters[i], audience);
        vac_document_set_text (document, leaf, "");
        g_test_message ("%s in %s", vac_node_get_field (leaf)->label, exporters[i]->id);
        g_assert_true (g_bytes_equal (before, after) !=
                       (exporters[i] == &vac_json_exporter && audience == VAC_AUDIENCE_TEAM));
      }
}

static void
check_secret (VacDocument *document,
              VacRole      role)
{
  check_secret_leaf (document, vac_document_get (document, role));
}

static void
test_how_far_a_posting_is_nobody_reads (void)
{
  g_autoptr (VacDocument) document = make_full_document ();

  check_secret (document, VAC_ROLE_STATUS);
  check_secret (document, VAC_ROLE_STATUS_SINCE);
  check_secret (document, VAC_ROLE_DUPLICATE_OF);
}

static void
test_what_a_part_is_a_copy_of_nobody_reads (void)
{
  g_autoptr (VacDocument) document = make_full_document ();
  VacNode *section = vac_node_get_child (vac_document_get (document, VAC_ROLE_SECTIONS), 0);
  VacNode *reference = vac_node_get (section, VAC_ROLE_REFERENCE);

  for (guint i = 0; i < vac_node_get_n_children (reference); i++)
    check_secret_leaf (document, vac_node_get_child (reference, i));
}

static void
test_a_contact_without_anything_of_use_is_left_out (void)
{
  g_autoptr (VacDocument) document = support_read_quoted (
      "{'format':'vacancy-posting','version':2,'job':{'title':'T',"
      "'contact':{'phone':'call me','email':'x'}}}");
  g_autofree char *text = support_export_text (document, "jobposting", VAC_AUDIENCE_CANDIDATE);

  g_assert_null (strstr (text, "applicationContact"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/facts/candidates-read-every-fact-of-the-job", test_candidates_read_every_fact);
  g_test_add_func ("/facts/job-boards-read-every-fact-of-the-job", test_job_boards_read_every_fact);

  g_test_add_func ("/facts/how-far-a-posting-is-nobody-reads",
                   test_how_far_a_posting_is_nobody_reads);
  g_test_add_func ("/facts/what-a-part-is-a-copy-of-nobody-reads",
                   test_what_a_part_is_a_copy_of_nobody_reads);
  g_test_add_func ("/facts/the-range-of-the-job-is-read-where-places-have-none",
                   test_the_range_of_the_job_is_read_where_places_have_none);
  g_test_add_func ("/facts/a-contact-without-anything-of-use-is-left-out",
                   test_a_contact_without_anything_of_use_is_left_out);

  return g_test_run ();
}
