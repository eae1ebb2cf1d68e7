/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "support.h"
#include "vac-design.h"
#include "vac-editor.h"
#include "vac-look-popover.h"
#include "waiting-display.h"

/* The popover of a button in a window that knows nothing of postings. */
typedef struct
{
  VacDocument    *document;
  GtkWidget      *window;
  VacLookPopover *popover;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  GtkWidget *button = gtk_menu_button_new ();

  self->document = support_load_posting ("registered-nurse");
  self->popover = VAC_LOOK_POPOVER (vac_look_popover_new ());
  vac_look_popover_set_document (self->popover, self->document);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), GTK_WIDGET (self->popover));
  self->window = adw_window_new ();
  adw_window_set_content (ADW_WINDOW (self->window), button);
  gtk_window_present (GTK_WINDOW (self->window));
  waiting_until (gtk_widget_get_mapped (button));
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  waiting_until (gtk_widget_get_mapped (GTK_WIDGET (self->popover)));
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_object_unref (self->document);
}

static GObject *
get_child (Fixture    *self,
           const char *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (self->popover), VAC_TYPE_LOOK_POPOVER, name);
}

static GtkToggleButton *
get_design (Fixture *self,
            guint    position)
{
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (get_child (self, "design_box")));

  while (position-- > 0)
    button = gtk_widget_get_next_sibling (button);

  return GTK_TOGGLE_BUTTON (button);
}

static const char *
get_text (Fixture *self,
          VacRole  role)
{
  return vac_document_get_text (self->document, role);
}

static void
test_opening_changes_nothing (Fixture       *self,
                              gconstpointer  data)
{
  g_assert_true (gtk_toggle_button_get_active (get_design (self, 0)));
  g_assert_false (vac_document_get_modified (self->document));
  g_assert_null (vac_document_get_undo_label (self->document));
}

static void
test_each_choice_is_a_step (Fixture       *self,
                            gconstpointer  data)
{
  gtk_toggle_button_set_active (get_design (self, 1), TRUE);
  g_assert_cmpstr (get_text (self, VAC_ROLE_LOOK_DESIGN), ==, VAC_DESIGN_MODERN);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (get_child (self, "type_drop_down")), 2);
  g_assert_cmpstr (get_text (self, VAC_ROLE_LOOK_TYPE), ==, VAC_TYPE_PAIR_CALADEA);
  g_signal_emit_by_name (get_child (self, "logo_button"), "clicked");
  g_assert_cmpstr (get_text (self, VAC_ROLE_LOOK_ACCENT), !=, "");

  vac_document_undo (self->document);
  g_assert_cmpstr (get_text (self, VAC_ROLE_LOOK_ACCENT), ==, "");
  g_assert_cmpstr (get_text (self, VAC_ROLE_LOOK_TYPE), ==, VAC_TYPE_PAIR_CALADEA);
  vac_document_undo (self->document);
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (get_child (self,
                                                                         "type_drop_down"))),
                    ==, 0);
  vac_document_undo (self->document);
  g_assert_true (gtk_toggle_button_get_active (get_design (self, 0)));
  g_assert_false (vac_document_get_modified (self->document));
}

static void
test_a_light_colour_is_said_to_be_darkened (Fixture       *self,
                                            gconstpointer  data)
{
  GtkWidget *note = GTK_WIDGET (get_child (self, "note_label"));

  g_assert_false (gtk_widget_get_visible (note));
  vac_document_set_text (self->document,
                         vac_document_get (self->document, VAC_ROLE_LOOK_ACCENT), "#ffee00");
  g_assert_true (gtk_widget_get_visible (note));
  g_signal_emit_by_name (get_child (self, "reset_button"), "clicked");
  g_assert_cmpstr (get_text (self, VAC_ROLE_LOOK_ACCENT), ==, "");
  g_assert_false (gtk_widget_get_visible (note));
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void      (*run) (Fixture       *self,
                      gconstpointer  data);
  } tests[] = {
    { "/look-popover/opening-it-changes-nothing", test_opening_changes_nothing },
    { "/look-popover/each-choice-is-a-step", test_each_choice_is_a_step },
    { "/look-popover/a-light-color-is-said-to-be-darkened",
      test_a_light_colour_is_said_to_be_darkened },
  };

  gtk_test_init (&argc, &argv, NULL);
  vac_editor_init ();
  adw_init ();

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].run, tear_down);

  return g_test_run ();
}
