/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-window-duplicate"

#include "config.h"

#include "vac-binder.h"
#include "vac-duplicate.h"
#include "vac-original.h"
#include "vac-window-private.h"

/* A new posting that begins as the one of a window. */

static void
duplicate_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  VacWindow *self = VAC_WINDOW (widget);
  GFile *file = vac_store_get_file (self->store);
  GFile *original = file != NULL ? file : vac_store_get_original (self->store);
  g_autofree char *reference = file != NULL ? vac_original_make_reference (file) : NULL;
  g_autoptr (VacDocument) document = NULL;
  g_autoptr (VacStore) store = NULL;
  VacWindow *window;

  vac_binder_settle (GTK_ROOT (self));
  document = vac_duplicate (vac_window_get_document (self), reference);
  store = vac_store_new (document);
  if (original != NULL)
    vac_store_set_original (store, original);
  if (reference != NULL)
    vac_original_remember_later (reference, file);
  window = vac_window_make_another (self);
  vac_window_set_store (window, store);
  gtk_window_present (GTK_WINDOW (window));
  vac_window_show_node (window, vac_document_get (document, VAC_ROLE_JOB_TITLE));
}

/* The first place of work, or where one is added. */
static void
show_place_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  VacWindow *self = VAC_WINDOW (widget);
  VacNode *places = vac_document_get (vac_window_get_document (self), VAC_ROLE_LOCATIONS);

  vac_window_show_node (self, vac_node_get_n_children (places) > 0
                                  ? vac_node_get (vac_node_get_child (places, 0),
                                                  VAC_ROLE_LOCATION_CITY)
                                  : places);
}

/**
 * vac_window_class_install_duplicate_actions:
 * @widget_class: the class of windows
 */
void
vac_window_class_install_duplicate_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.duplicate", NULL, duplicate_action);
  gtk_widget_class_install_action (widget_class, "win.show-place", NULL, show_place_action);
}
