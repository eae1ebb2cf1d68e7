/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"
#include "vac-table-kind.h"

/* One row a kind: what a file calls it, who reads it, and what it shows. */
static const struct
{
  VacTableKind kind;
  const char  *id;
  VacAudience  audience;
  VacRole      roles[3];
} kinds[] = {
  { VAC_TABLE_PAY, "pay", VAC_AUDIENCE_CANDIDATE, { VAC_ROLE_PAY } },
  { VAC_TABLE_VARIATIONS, "variations", VAC_AUDIENCE_TEAM, { VAC_ROLE_VARIATIONS } },
  { VAC_TABLE_INDUSTRIES, "industries", VAC_AUDIENCE_TEAM, { VAC_ROLE_INDUSTRIES } },
  { VAC_TABLE_SALARIES, "salaries", VAC_AUDIENCE_TEAM, { VAC_ROLE_SALARIES, VAC_ROLE_LEVELS } },
  { VAC_TABLE_ASSESSMENTS, "assessments", VAC_AUDIENCE_TEAM, { VAC_ROLE_ASSESSMENTS } },
};

#define BEFORE "'sections':[{'id':'a','title':'A'},"
#define PLACES "'salaries':{'places':[{'name':'P','minimum':1}]},'levels':[{'name':'L','from':1}]"

/* Where something is shown; in these tables ' stands for ". */
typedef struct
{
  const char  *name;
  const char  *members;   /* of the document */
  const char  *path;      /* of what is looked for */
  VacTableKind kind;      /* that it is in */
  const char  *page;      /* the path of the section that shows it; NULL for none */
} PageCase;

static const PageCase page_cases[] = {
  { "a-place", BEFORE "{'id':'b','title':'B','table':'salaries'}]," PLACES,
    "salaries.places.0.minimum",
    VAC_TABLE_SALARIES, "sections.1" },
  { "a-level", BEFORE "{'id':'b','title':'B','table':'salaries'}]," PLACES, "levels.0.from",
    VAC_TABLE_SALARIES, "sections.1" },
  { "in-a-group", BEFORE "{'id':'b','title':'B','sections':[{'id':'c','title':'C',"
    "'table':'salaries'}]}]," PLACES,
    "salaries.places.0", VAC_TABLE_SALARIES, "sections.1.sections.0" },
  { "in-the-first-that-shows-it", "'sections':[{'table':'salaries'},{'table':'salaries'}]," PLACES,
    "salaries",
    VAC_TABLE_SALARIES, "sections.0" },
  { "shown-by-no-section", BEFORE "{'id':'b','title':'B','table':'pay'}]," PLACES,
    "salaries.places.0",
    VAC_TABLE_SALARIES, NULL },
  { "beside-a-table-nobody-knows", "'sections':[7,{'table':'Salaries'},{'table':['salaries']},"
    "{'table':'salaries'}]," PLACES,
    "salaries", VAC_TABLE_SALARIES, "sections.3" },
  { "an-employer", BEFORE "{'id':'b','title':'B'}],'job':{'employer':{'name':'E'}}",
    "job.employer.name",
    VAC_TABLE_NONE, NULL },
  { "a-section", BEFORE "{'id':'b','title':'B','table':'pay'}]", "sections.1.text", VAC_TABLE_NONE,
    NULL },
};

static VacDocument *
read_members (const char *members)
{
  g_autofree char *quoted = g_strdup_printf ("{'format':'vacancy-posting','version':1,%s}",
                                             members);

  return support_read_quoted (quoted);
}

static VacNode *
look_up (VacDocument *document,
         const char  *path)
{
  g_autoptr (GError) error = NULL;
  VacNode *node = vac_node_lookup (vac_document_get_root (document), path, &error);

  g_assert_no_error (error);

  return node;
}

static void
test_every_kind_is_here (void)
{
  const VacField *field = vac_schema_get_field (VAC_ROLE_SECTION_TABLE);
  guint n_choices = 0;

  for (guint kind = VAC_TABLE_NONE + 1; kind < VAC_N_TABLES; kind++)
    {
      guint i = 0;

      while (i < G_N_ELEMENTS (kinds) && kinds[i].kind != kind)
        i++;
      if (i == G_N_ELEMENTS (kinds))
        g_error ("this test does not know the table “%s”", vac_table_kind_get_id (kind));
    }
  for (const VacChoice *choice = field->choices; choice->id != NULL; choice++, n_choices++)
    {
      g_assert_cmpstr (choice->id, ==, vac_table_kind_get_id (n_choices + 1));
      g_assert_nonnull (choice->label);
    }
  g_assert_cmpuint (n_choices, ==, G_N_ELEMENTS (kinds));
}

static void
test_a_kind_has_an_id_readers_and_roles (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *members = g_strdup_printf ("'sections':[{'table':'%s'}]", kinds[i].id);
      g_autoptr (VacDocument) document = read_members (members);
      VacNode *section = look_up (document, "sections.0");

      g_test_message ("%s", kinds[i].id);
      g_assert_cmpstr (vac_table_kind_get_id (kinds[i].kind), ==, kinds[i].id);
      g_assert_cmpint (vac_table_kind_get_audience (kinds[i].kind), ==, kinds[i].audience);
      g_assert_cmpint (vac_table_kind_of_section (section), ==, kinds[i].kind);
      for (guint j = 0; kinds[i].roles[j] != VAC_ROLE_NONE; j++)
        g_assert_cmpint (vac_table_kind_of_role (kinds[i].roles[j]), ==, kinds[i].kind);
    }
  g_assert_cmpstr (vac_table_kind_get_id (VAC_TABLE_NONE), ==, "");
  g_assert_cmpint (vac_table_kind_of_role (VAC_ROLE_NONE), ==, VAC_TABLE_NONE);
  g_assert_cmpint (vac_table_kind_of_role (VAC_ROLE_SECTION), ==, VAC_TABLE_NONE);
}

/* What stands beside the sections is found on a page only when a table shows it. What was decided
 * about findings is no page: the review shows it; nor is what makes a posting a shared text, nor
 * its look, which is chosen below the page. */
static void
test_what_no_section_holds_has_a_table (void)
{
  for (const VacField *member = vac_schema_get_root ()->fields; member->name != NULL; member++)
    {
      if (vac_field_is_leaf (member) || member->role == VAC_ROLE_GUIDE ||
          member->role == VAC_ROLE_JOB || member->role == VAC_ROLE_SECTIONS ||
          member->role == VAC_ROLE_REVIEW || member->role == VAC_ROLE_SHARED_TEXT ||
          member->role == VAC_ROLE_LOOK)
        continue;
      if (vac_table_kind_of_role (member->role) == VAC_TABLE_NONE)
        g_error ("no table shows “%s”", member->label);
    }
}

static void
test_page (gconstpointer data)
{
  const PageCase *c = data;
  g_autoptr (VacDocument) document = read_members (c->members);
  const VacTableKind kind = vac_table_kind_of_node (look_up (document, c->path));
  VacNode *section = vac_table_kind_find_section (kind, document);

  g_assert_cmpint (kind, ==, c->kind);
  g_assert_true (section == (c->page != NULL ? look_up (document, c->page) : NULL));
}

static void
test_a_kind_covers_its_data_and_its_section (void)
{
  g_autoptr (VacDocument) document = read_members (
      BEFORE "{'id':'b','title':'B','table':'salaries','items':[{'text':'x'}],'sections':[{'id':'c'"
             ",'title':'C'}]}]," PLACES);
  static const struct
  {
    const char *path;
    gboolean    covered;
  } cases[] = {
    { "salaries.places.0.minimum", TRUE },
    { "levels.0", TRUE },
    { "sections.1.items.0.text", TRUE },
    { "sections.1.sections.0.title", TRUE },
    { "sections.0.title", FALSE },
    { "job.pay.minimum", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].path);
      g_assert_cmpint (vac_table_kind_covers (VAC_TABLE_SALARIES,
                                              look_up (document, cases[i].path)),
                       ==, cases[i].covered);
      g_assert_false (
          vac_table_kind_covers (VAC_TABLE_INDUSTRIES, look_up (document, cases[i].path)));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/table-kind/every-kind-is-here", test_every_kind_is_here);
  g_test_add_func ("/table-kind/a-kind-has-an-id-readers-and-roles",
                   test_a_kind_has_an_id_readers_and_roles);
  g_test_add_func ("/table-kind/what-no-section-holds-has-a-table",
                   test_what_no_section_holds_has_a_table);
  g_test_add_func ("/table-kind/a-kind-covers-its-data-and-its-section",
                   test_a_kind_covers_its_data_and_its_section);
  for (guint i = 0; i < G_N_ELEMENTS (page_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/table-kind/page/", page_cases[i].name, NULL);

      g_test_add_data_func (path, &page_cases[i], test_page);
    }

  return g_test_run ();
}
