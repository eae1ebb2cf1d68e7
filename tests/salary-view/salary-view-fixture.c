/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "salary-view-fixture.h"
#include "vac-salary-edit.h"
#include "vac-side-by-side.h"

/* The names of the places that a file was to be written of, a line each. */
static void
on_export_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  Market *self = user_data;
  VacNode *places = vac_document_get (self->document, VAC_ROLE_PLACES);
  g_autoptr (GVariantIter) positions = NULL;
  GString *names = g_string_new (NULL);
  guint position;
  int base;
  guint32 differences;

  g_clear_pointer (&self->exported_format, g_free);
  g_clear_pointer (&self->exported_places, g_free);
  g_variant_get (parameter, "(s(auiu))", &self->exported_format, &positions, &base,
                 &differences);
  while (g_variant_iter_next (positions, "u", &position))
    g_string_append_printf (names, "%s\n",
                            vac_node_get_member_text (vac_node_get_child (places, position),
                                                      VAC_ROLE_PLACE_NAME));
  self->exported_places = g_string_free (names, FALSE);
}

static void
on_choice_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  Market *self = user_data;

  g_free (self->chosen);
  self->chosen = g_variant_print (parameter, FALSE);
}

static void
on_places_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  Market *self = user_data;

  g_free (self->places);
  self->places = g_variant_print (parameter, FALSE);
}

static void
on_undo_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  vac_document_undo (((Market *) user_data)->document);
}

static void
on_import_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  ((Market *) user_data)->imported = TRUE;
}

static void
on_removed_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
}

/* Depth first; NULL when there is none. */
GtkWidget *
market_find (GtkWidget *widget,
             GType      type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = market_find (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
on_redo_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  vac_document_redo (((Market *) user_data)->document);
}

static void
add_actions (Market    *self,
             GtkWindow *window)
{
  static const GActionEntry entries[] = {
    { "export-comparison", on_export_cb, "(s(auiu))" },
    { "import-salaries", on_import_cb },
    { "notify-removed", on_removed_cb, "s" },
    { "print-places", on_choice_cb, "(auiu)" },
    { "export-places", on_choice_cb, "(s(auiu))" },
    { "choose-places", on_places_cb, "au" },
    { "undo", on_undo_cb },
    { "redo", on_redo_cb },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (window), "win", G_ACTION_GROUP (group));
}

Market *
market_open (VacDocument *document,
             int          width,
             int          height)
{
  Market *self = g_new0 (Market, 1);

  self->document = g_object_ref (document);
  self->window = GTK_WINDOW (adw_window_new ());
  add_actions (self, self->window);
  self->page = VAC_PAGE (vac_section_page_new (
    document, vac_document_find_section (document, "compensation-guide"),
    vac_salary_tables, NULL));
  adw_window_set_content (ADW_WINDOW (self->window), GTK_WIDGET (self->page));
  gtk_window_set_default_size (self->window, width, height);
  gtk_window_present (self->window);
  editor_settle ();
  self->panel = VAC_SALARY_PANEL (market_find (GTK_WIDGET (self->page), VAC_TYPE_SALARY_PANEL));

  return self;
}

void
market_close (Market *self)
{
  GtkWidget *popover = gtk_widget_get_last_child (GTK_WIDGET (self->panel));

  /* GTK 4.8 complains when a popover goes that a tooltip was about to show in. */
  while (!GTK_IS_POPOVER (popover))
    popover = gtk_widget_get_prev_sibling (popover);
  if (gtk_widget_get_visible (popover))
    {
      gtk_popover_popdown (GTK_POPOVER (popover));
      editor_wait (600);
    }
  if (self->side != NULL)
    gtk_window_destroy (self->side);
  gtk_window_destroy (self->window);
  editor_settle ();
  g_object_unref (self->document);
  g_free (self->exported_format);
  g_free (self->exported_places);
  g_free (self->chosen);
  g_free (self->places);
  g_free (self);
}

/* In a window of its own. */
GtkWidget *
market_show_side_by_side (Market *self,
                          int     width,
                          int     height)
{
  GtkWidget *side = vac_side_by_side_new (vac_salary_panel_get_list (self->panel));

  g_assert_null (self->side);

  self->side = GTK_WINDOW (adw_window_new ());
  add_actions (self, self->side);
  adw_window_set_content (ADW_WINDOW (self->side), side);
  gtk_window_set_default_size (self->side, width, height);
  gtk_window_present (self->side);
  editor_settle ();
  editor_settle ();

  return side;
}

VacNode *
market_get_place (VacDocument *document,
                  const char  *name)
{
  VacNode *place = vac_salary_find_place (document, name);

  g_assert_nonnull (place);

  return place;
}

/* Fewer places than the guide's, or more of them: with long names and with markup in them. */
void
market_set_places (VacDocument *document,
                   guint        n_places)
{
  VacNode *list = vac_document_get (document, VAC_ROLE_PLACES);

  while (vac_node_get_n_children (list) > n_places)
    vac_document_remove (document, vac_node_get_child (list, vac_node_get_n_children (list) - 1));
  for (guint i = vac_node_get_n_children (list); i < n_places; i++)
    {
      g_autofree char *name = i % 3 == 0
                                  ? g_strdup_printf ("Raleigh–Durham–Cary & <b>Chapel Hill</b> "
                                                     "Combined Statistical Area, NC, no. %u",
                                                     i)
                                  : g_strdup_printf ("Town %u", i);
      g_autofree char *minimum = g_strdup_printf ("%u", 60000 + i * 1750);
      g_autofree char *maximum = g_strdup_printf ("%u", 90000 + i * 2950);
      g_autofree char *price_index = g_strdup_printf ("%u", 8000 + i * 71);
      g_autoptr (VacNode) place = vac_node_new_record (
          vac_schema_get_field (VAC_ROLE_PLACE), VAC_ROLE_PLACE_NAME, name, VAC_ROLE_PLACE_MINIMUM,
          minimum, VAC_ROLE_PLACE_MAXIMUM, maximum, VAC_ROLE_PLACE_NOTE,
          "A < B & C > D, which is a rather long note on a place", VAC_ROLE_PLACE_PRICE_INDEX,
          price_index, VAC_ROLE_NONE);

      vac_document_append (document, list, place);
    }
}

/* What @widget looks like, on gray where it lets through what is below. */
cairo_surface_t *
market_draw (GtkWidget *widget)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (widget);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GskRenderNode) node = NULL;

  cairo_set_source_rgb (cr, 0.5, 0.5, 0.5);
  if (!GTK_IS_WINDOW (widget))
    cairo_paint (cr);
  gdk_paintable_snapshot (picture, GDK_SNAPSHOT (snapshot), width, height);
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);

  return surface;
}

void
market_save_png (GtkWidget  *widget,
                 const char *file_name)
{
  cairo_surface_t *surface = market_draw (widget);

  cairo_surface_write_to_png (surface, file_name);
  cairo_surface_destroy (surface);
}

/* Whether a label below @widget that is in sight says @part. */
gboolean
market_shows (GtkWidget  *widget,
              const char *part)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) &&
      strstr (gtk_label_get_text (GTK_LABEL (widget)), part) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (market_shows (child, part))
      return TRUE;

  return FALSE;
}
