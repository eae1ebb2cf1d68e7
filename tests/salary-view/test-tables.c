/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "editor-fixture.h"
#include "table-posting.h"
#include "vac-salary-panel.h"
#include "vac-section-page.h"

static VacNode *
find_leaf (VacNode *node)
{
  while (vac_node_get_n_children (node) > 0)
    node = vac_node_get_child (node, 0);

  return node;
}

/* What an expander holds is among the widgets of a page only while it is open. */
static void
open_all (GtkWidget *widget)
{
  if (GTK_IS_EXPANDER (widget))
    gtk_expander_set_expanded (GTK_EXPANDER (widget), TRUE);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    open_all (child);
}

/* The page of a section with one kind of table, as the program makes it. A variation is edited
 * where
 * a section has its id. */
static void
check_kind (VacTableKind kind)
{
  g_autoptr (VacDocument) document = table_posting_new (kind,
                                                        kind == VAC_TABLE_VARIATIONS ? "x" : "s");
  VacNode *section = vac_table_kind_find_section (kind, document);
  GtkWidget *page = vac_section_page_new (document, section, vac_salary_tables, NULL);
  GtkWidget *window = adw_window_new ();

  adw_window_set_content (ADW_WINDOW (window), page);
  gtk_window_present (GTK_WINDOW (window));
  open_all (page);
  editor_settle ();
  for (VacRole role = VAC_ROLE_NONE + 1; role < VAC_N_ROLES; role++)
    if (vac_table_kind_of_role (role) == kind &&
        !vac_page_reveal (VAC_PAGE (page), find_leaf (vac_document_get (document, role))))
      g_error ("neither src/editor nor src/salary-view edits “%s” in the table “%s”",
               vac_schema_get_field (role)->label, vac_table_kind_get_id (kind));
  gtk_window_destroy (GTK_WINDOW (window));
  editor_settle ();
}

static void
test_every_table_has_a_widget (void)
{
  for (guint kind = VAC_TABLE_NONE + 1; kind < VAC_N_TABLES; kind++)
    check_kind (kind);
}

int
main (int    argc,
      char **argv)
{
  editor_init (&argc, &argv);

  g_test_add_func ("/salary-view/tables/every-table-has-a-widget", test_every_table_has_a_widget);

  return g_test_run ();
}
