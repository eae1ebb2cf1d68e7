/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>

#include "support.h"
#include "vac-document.h"
#include "vac-import.h"
#include "vac-recognition.h"

/* What is understood of a text, and what becomes of a posting that it is put into. */

typedef struct
{
  const char *name;
  const char *text;
  const char *language;
  const char *expected;   /* facts, then sections with their ids, paragraphs and bullets */
} Case;

static const Case cases[] = {
  { "a-pay-line-with-currency-and-period-is-taken",
    "Line Cook\n\nPay: $19.25 - $23.50 per hour\n\nDuties\n- Cook", "en-US",
    "currency USD\nperiod hour\nminimum 19.25\nmaximum 23.5\ntitle Line Cook\n"
    "[key-responsibilities] Duties\n* Cook\n" },
  { "pay-without-a-period-is-shown-and-stays-text",
    "Line Cook\n\nPay: up to $90k DOE\n\nDuties\n- Cook", "en-US",
    "title Line Cook\n[] \nPay: up to $90k DOE\n[key-responsibilities] Duties\n* Cook\n" },
  { "a-dollar-in-spanish-may-be-any-dollar",
    "Cocinero\n\nSueldo: $18,000 mensuales\n\nRequisitos\n- Cocinar", "es",
    "title Cocinero\n[] \nSueldo: $18,000 mensuales\n[required-qualifications] Requisitos\n"
    "* Cocinar\n" },
  { "a-date-of-two-readings-is-not-taken",
    "Nurse\n\nClosing date: 02/03/2027\n\nDuties\n- Care", "en-US",
    "title Nurse\n[] \nClosing date: 02/03/2027\n[key-responsibilities] Duties\n* Care\n" },
  { "a-closing-hour-comes-with-its-day",
    "Nurse\n\nClosing date: 31 January 2027 at 5 pm\n\nDuties\n- Care", "en-GB",
    "closesTime 17:00\ncloses 2027-01-31\ntitle Nurse\n[key-responsibilities] Duties\n* Care\n" },
  { "two-places-in-one-are-not-taken",
    "Nurse\n\nLocation: Galway and Athenry\n\nDuties\n- Care", "en-IE",
    "title Nurse\n[] \nLocation: Galway and Athenry\n[key-responsibilities] Duties\n* Care\n" },
  { "an-address-is-for-applications-where-the-sentence-says-so",
    "Nurse\n\nDuties\n- Care\n\nHow to apply\nSend your CV to jobs@acme.example. Questions go to "
    "jo@acme.example.", "en-GB",
    "email jobs@acme.example\ntitle Nurse\n[key-responsibilities] Duties\n* Care\n"
    "instructions Send your CV to jobs@acme.example. Questions go to jo@acme.example.\n" },
  { "an-unknown-heading-is-a-section-in-its-place",
    "Nurse\n\nDuties\n- Care\n\nThe Boat\n- It floats\n\nRequirements\n- Swim", "en-GB",
    "title Nurse\n[key-responsibilities] Duties\n* Care\n[] The Boat\n* It floats\n"
    "[required-qualifications] Requirements\n* Swim\n" },
  { "text-between-lists-keeps-its-place",
    "Nurse\n\nDuties\n- Care\n\nYou also help at night, now and then.\n- Listen", "en-GB",
    "title Nurse\n[key-responsibilities] Duties\n* Care\n[] \nYou also help at night, now and "
    "then.\n* Listen\n" },
  { "labels-of-bullets-survive",
    "Nurse\n\nDuties\n- Safeguarding: notice what worries you", "en-GB",
    "title Nurse\n[key-responsibilities] Duties\n* Safeguarding: notice what worries you\n" },
  { "what-was-quoted-is-the-posting",
    "Same again please.\nMoira\n\n> Nurse\n>\n> Duties\n> - Care for people\n> - Listen to them\n"
    "> - Write it down\n> - Go home", "en-GB",
    "title Nurse\n[key-responsibilities] Duties\n* Care for people\n* Listen to them\n"
    "* Write it down\n* Go home\n" },
  { "labels-stand-above-their-values",
    "Nurse\n\nDepartment\nWard 4\nReference\nN-17\n\nDuties\n- Care", "en-GB",
    "department Ward 4\nrequisition N-17\ntitle Nurse\n[key-responsibilities] Duties\n* Care\n" },
  { "facts-stand-side-by-side",
    "Nurse\n\nHarbor General · Reno, NV · On site · Full-time\n\nDuties\n- Care", "en-US",
    "workplace onsite\nemploymentType full-time\nregion NV\ncity Reno\nemployer Harbor General\n"
    "title Nurse\n[key-responsibilities] Duties\n* Care\n" },
};

static const struct
{
  VacRole     role;
  const char *name;
} names[] = {
  { VAC_ROLE_JOB_TITLE, "title" }, { VAC_ROLE_PAY_MINIMUM, "minimum" },
  { VAC_ROLE_PAY_MAXIMUM, "maximum" }, { VAC_ROLE_PAY_CURRENCY, "currency" },
  { VAC_ROLE_PAY_PERIOD, "period" }, { VAC_ROLE_CLOSES, "closes" },
  { VAC_ROLE_CLOSES_TIME, "closesTime" }, { VAC_ROLE_APPLY_EMAIL, "email" },
  { VAC_ROLE_DEPARTMENT, "department" }, { VAC_ROLE_REQUISITION, "requisition" },
  { VAC_ROLE_WORKPLACE, "workplace" }, { VAC_ROLE_EMPLOYMENT_TYPE, "employmentType" },
  { VAC_ROLE_LOCATION_REGION, "region" }, { VAC_ROLE_LOCATION_CITY, "city" },
  { VAC_ROLE_EMPLOYER_NAME, "employer" },
};

static const char *
name_role (VacRole role)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (names[i].role == role)
      return names[i].name;

  return "?";
}

static void
append_section (GString *out,
                VacNode *section)
{
  VacNode *items = vac_node_get (section, VAC_ROLE_SECTION_ITEMS);
  VacNode *subsections = vac_node_get (section, VAC_ROLE_SUBSECTIONS);
  const char *text = vac_node_get_member_text (section, VAC_ROLE_SECTION_TEXT);

  g_string_append_printf (out, "[%s] %s\n", vac_node_get_member_text (section, VAC_ROLE_SECTION_ID),
                          vac_node_get_member_text (section, VAC_ROLE_SECTION_TITLE));
  if (*text != '\0')
    g_string_append_printf (out, "%s\n", text);
  for (guint i = 0; i < vac_node_get_n_children (items); i++)
    g_string_append_printf (out, "* %s\n", vac_node_get_member_text (vac_node_get_child (items, i),
                                                                     VAC_ROLE_ITEM_TEXT));
  for (guint i = 0; subsections != NULL && i < vac_node_get_n_children (subsections); i++)
    append_section (out, vac_node_get_child (subsections, i));
}

static GPtrArray *
read_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  GPtrArray *drafts = vac_import_read (VAC_IMPORT_TEXT, bytes, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (drafts->len, ==, 1);

  return drafts;
}

static char *
describe (VacRecognition *recognition,
          VacDocument    *document)
{
  GString *out = g_string_new (NULL);
  VacNode *sections = vac_document_get (document, VAC_ROLE_SECTIONS);
  const char *instructions = vac_document_get_text (document, VAC_ROLE_APPLY_INSTRUCTIONS);

  for (guint i = 0; i < vac_recognition_get_n_facts (recognition); i++)
    {
      const VacFoundFact *fact = vac_recognition_get_fact (recognition, i);

      if (fact->taken)
        g_string_append_printf (out, "%s %s\n", name_role (fact->role), fact->value);
    }
  for (guint i = 0; i < vac_node_get_n_children (sections); i++)
    append_section (out, vac_node_get_child (sections, i));
  if (*instructions != '\0')
    g_string_append_printf (out, "instructions %s\n", instructions);

  return g_string_free (out, FALSE);
}

static void
test_case (gconstpointer data)
{
  const Case *row = data;
  g_autoptr (GPtrArray) drafts = read_text (row->text);
  g_autoptr (VacRecognition) recognition = vac_recognition_new (g_ptr_array_index (drafts, 0),
                                                                row->language);
  g_autoptr (VacDocument) document = vac_recognition_make_document (recognition);
  g_autofree char *found = describe (recognition, document);

  support_assert_same_lines (found, row->expected);
}

static const char text_of_nurse[] =
  "Nurse\n\nDuties\n- Care\n\nPerks\n- Tea\n\nThe Boat\n- It floats";

/* A posting that has duties of its own. */
static VacDocument *
make_posting (void)
{
  g_autoptr (GPtrArray) drafts = read_text ("Cook\n\nDuties\n- Cook");
  g_autoptr (VacRecognition) recognition = vac_recognition_new (g_ptr_array_index (drafts, 0),
                                                                "en-US");

  return vac_recognition_make_document (recognition);
}

static void
put_into (VacDocument *document,
          gboolean     replace,
          gboolean     title)
{
  g_autoptr (GPtrArray) drafts = read_text (text_of_nurse);
  g_autoptr (VacRecognition) recognition = vac_recognition_new (g_ptr_array_index (drafts, 0),
                                                                "en-US");

  for (guint i = 0; i < vac_recognition_get_n_facts (recognition); i++)
    vac_recognition_get_fact (recognition, i)->taken = title;
  g_assert_true (vac_recognition_apply (recognition, document, replace));
}

static void
assert_holds (VacDocument *document,
              const char  *title,
              const char  *expected)
{
  g_autoptr (GString) out = g_string_new (NULL);
  VacNode *sections = vac_document_get (document, VAC_ROLE_SECTIONS);

  for (guint i = 0; i < vac_node_get_n_children (sections); i++)
    append_section (out, vac_node_get_child (sections, i));
  g_assert_cmpstr (vac_document_get_text (document, VAC_ROLE_JOB_TITLE), ==, title);
  support_assert_same_lines (out->str, expected);
}

static void
test_append (void)
{
  g_autoptr (VacDocument) document = make_posting ();

  put_into (document, FALSE, FALSE);
  assert_holds (document, "Cook", "[key-responsibilities] Duties\n* Cook\n* Care\n"
                                  "[what-we-offer] Perks\n* Tea\n[] The Boat\n* It floats\n");
}

static void
test_replace (void)
{
  g_autoptr (VacDocument) document = make_posting ();

  put_into (document, TRUE, TRUE);
  assert_holds (document, "Nurse", "[key-responsibilities] Duties\n* Care\n"
                                   "[what-we-offer] Perks\n* Tea\n[] The Boat\n* It floats\n");
  g_assert_cmpstr (vac_document_get_undo_label (document), ==, "Import");
  vac_document_undo (document);
  assert_holds (document, "Cook", "[key-responsibilities] Duties\n* Cook\n");
}

static void
test_new_posting_is_one_step (void)
{
  g_autoptr (VacDocument) document = make_posting ();

  g_assert_true (vac_document_get_can_undo (document));
  vac_document_undo (document);
  assert_holds (document, "", "");
  g_assert_false (vac_document_get_can_undo (document));
}

static void
test_targets_are_changed (void)
{
  g_autoptr (GPtrArray) drafts = read_text (text_of_nurse);
  g_autoptr (VacRecognition) recognition = vac_recognition_new (g_ptr_array_index (drafts, 0),
                                                                "en-US");
  g_autoptr (VacDocument) document = NULL;

  g_assert_cmpuint (vac_recognition_get_n_sections (recognition), ==, 3);
  vac_recognition_get_section (recognition, 1)->used = FALSE;
  vac_recognition_get_section (recognition, 2)->target = VAC_HEADING_PREFERRED;
  document = vac_recognition_make_document (recognition);
  assert_holds (document, "Nurse", "[key-responsibilities] Duties\n* Care\n"
                                   "[preferred-qualifications] The Boat\n* It floats\n");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/recognition/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/recognition/sections-are-appended-to-those-there-are", test_append);
  g_test_add_func ("/recognition/sections-take-the-place-of-those-there-are", test_replace);
  g_test_add_func ("/recognition/a-new-posting-is-one-step", test_new_posting_is_one_step);
  g_test_add_func ("/recognition/targets-are-changed", test_targets_are_changed);

  return g_test_run ();
}
