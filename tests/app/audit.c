/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "audit.h"

#include <adwaita.h>
#include <string.h>

/* The longest way with Tab through one window. */
#define MOST_STEPS 1500
#define MOST_AGAIN 60

/* Names */

/* The value of a property as GTK prints it for tests; there is no other way to read one. */
static char *
get_property (GtkWidget             *widget,
              GtkAccessibleProperty  property)
{
  g_autofree char *value = NULL;

  if (!gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), property))
    return NULL;
  value = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), property, "\001");

  return value == NULL || g_str_equal (value, "undefined") ? NULL : g_steal_pointer (&value);
}

/* GTK prints what another widget is named or described by as the type and address of each. */
static char *
get_related (GtkWidget             *widget,
             GtkAccessibleRelation  relation)
{
  g_autofree char *printed = NULL;
  g_autoptr (GString) name = g_string_new (NULL);

  if (!gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget), relation))
    return NULL;
  printed = gtk_test_accessible_check_relation (GTK_ACCESSIBLE (widget), relation, NULL, NULL);
  for (const char *place = printed; place != NULL && (place = strstr (place, "<0x")) != NULL;
       place++)
    {
      GtkWidget *other = (GtkWidget *) (gsize) g_ascii_strtoull (place + 1, NULL, 16);
      g_autofree char *part = GTK_IS_LABEL (other)
                                  ? g_strdup (gtk_label_get_text (GTK_LABEL (other)))
                                  : get_property (other, GTK_ACCESSIBLE_PROPERTY_LABEL);

      if (part != NULL && *part != '\0')
        g_string_append_printf (name, "%s%s", name->len > 0 ? " " : "", part);
    }

  return name->len > 0 ? g_string_free (g_steal_pointer (&name), FALSE) : NULL;
}

/* Returns: (nullable): what a screen reader says of @widget on GTK 4.8: its own label and what it
 * is labelled by. What is in it does not count: there the name of its class stands for that. */
char *
audit_get_name (GtkWidget *widget)
{
  g_autofree char *own = GTK_IS_LABEL (widget)
                             ? g_strdup (gtk_label_get_text (GTK_LABEL (widget)))
                             : get_property (widget, GTK_ACCESSIBLE_PROPERTY_LABEL);

  return own != NULL && *own != '\0' ? g_steal_pointer (&own)
                                         : get_related (widget,
                                                        GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

char *
audit_describe (GtkWidget *widget)
{
  GString *description = g_string_new (NULL);
  guint n = 0;

  for (; widget != NULL && n < 7; widget = gtk_widget_get_parent (widget))
    {
      g_autofree char *name = audit_get_name (widget);

      if (name == NULL && n > 0 && (GTK_IS_BOX (widget) || g_str_has_suffix (
                                        G_OBJECT_TYPE_NAME (widget), "Gizmo")))
        continue;
      g_string_append_printf (description, "%s%s", n++ > 0 ? " in " : "",
                              G_OBJECT_TYPE_NAME (widget));
      if (name != NULL)
        g_string_append_printf (description, " “%s”", name);
    }

  return g_string_free (description, FALSE);
}

void
audit_add_fault (GPtrArray  *faults,
                 GtkWidget  *widget,
                 const char *format,
                 ...)
{
  g_autofree char *where = audit_describe (widget);
  g_autofree char *what = NULL;
  va_list arguments;

  va_start (arguments, format);
  what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_ptr_array_add (faults, g_strdup_printf ("%s: %s", what, where));
}

static gboolean
is_silent (GtkWidget *widget)
{
  const GtkAccessibleRole role = gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget));

  return role == GTK_ACCESSIBLE_ROLE_NONE || role == GTK_ACCESSIBLE_ROLE_PRESENTATION;
}

/* What a screen reader speaks of when @widget has the focus: the field around the part that is
 * typed into, or the button that a toggle is the inside of. */
static GtkWidget *
get_spoken (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);
  g_autofree char *name = GTK_IS_MENU_BUTTON (parent) ? audit_get_name (widget) : NULL;

  if (name != NULL)
    return widget;
  if (GTK_IS_TEXT (widget) && gtk_widget_get_ancestor (parent, GTK_TYPE_EDITABLE) != NULL)
    return gtk_widget_get_ancestor (parent, GTK_TYPE_EDITABLE);
  while (parent != NULL &&
         (is_silent (widget) || GTK_IS_MENU_BUTTON (parent) || GTK_IS_DROP_DOWN (parent)))
    {
      widget = parent;
      parent = gtk_widget_get_parent (widget);
    }

  return widget;
}

/* Names that GTK and libadwaita gave themselves, or that nothing outside can give: the window's
 * buttons, the pages of a file dialog and the days of a calendar. */
static gboolean
is_the_toolkits (GtkWidget *widget)
{
  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    if (GTK_IS_WINDOW_CONTROLS (widget) || GTK_IS_CALENDAR (widget) ||
        GTK_IS_FILE_CHOOSER (widget) || ADW_IS_ABOUT_WINDOW (widget) ||
        GTK_IS_SHORTCUTS_WINDOW (widget) || GTK_IS_SCROLLBAR (widget) ||
        g_str_equal (G_OBJECT_TYPE_NAME (widget), "AdwToastWidget"))
      return TRUE;

  return FALSE;
}

static gboolean
can_take_focus (GtkWidget *widget)
{
  return gtk_widget_get_focusable (widget) && gtk_widget_get_mapped (widget) &&
         gtk_widget_is_sensitive (widget) && gtk_widget_get_child_visible (widget) &&
         !g_str_has_suffix (G_OBJECT_TYPE_NAME (widget), "Gizmo");
}

static gboolean
has_control (GtkWidget *within)
{
  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (!GTK_IS_NATIVE (child) && gtk_widget_get_can_focus (child) &&
        (can_take_focus (child) || has_control (child)))
      return TRUE;

  return FALSE;
}

/* In these, arrow keys go from row to row. */
static gboolean
has_rows (GtkWidget *widget)
{
  return GTK_IS_LIST_BOX (widget) || GTK_IS_FLOW_BOX (widget) || GTK_IS_LIST_BASE (widget);
}

static gboolean
is_row (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  return parent != NULL && gtk_widget_get_focusable (widget) && has_rows (parent);
}

/* Rows of fields hand the focus on to the field, and lists to their rows. */
gboolean
audit_is_control (GtkWidget *widget)
{
  if (!can_take_focus (widget) || GTK_IS_SCROLLED_WINDOW (widget) || GTK_IS_NATIVE (widget) ||
      has_rows (widget) || GTK_IS_PANED (widget))
    return FALSE;
  if (GTK_IS_LIST_BOX_ROW (widget) && !gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (widget)))
    return !has_control (widget);
  if (ADW_IS_ENTRY_ROW (widget) || ADW_IS_EXPANDER_ROW (widget))
    return FALSE;

  return is_row (widget) || GTK_IS_EXPANDER (widget) || !has_control (widget);
}

static gboolean
may_be_focused (GtkWidget *widget,
                GtkWidget *within)
{
  for (; widget != NULL && widget != within; widget = gtk_widget_get_parent (widget))
    if (!gtk_widget_get_can_focus (widget))
      return FALSE;

  return TRUE;
}

/* The controls of a popover are its own, not of what it belongs to. */
static void
list_controls (GtkWidget *within,
               GtkWidget *root,
               GPtrArray *controls)
{
  if (within != root && GTK_IS_NATIVE (within))
    return;
  if (!gtk_widget_get_mapped (within))
    return;
  if (audit_is_control (within) && may_be_focused (within, root))
    g_ptr_array_add (controls, within);
  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    list_controls (child, root, controls);
}

void
audit_check_names (GtkWidget *within,
                   GPtrArray *faults)
{
  g_autoptr (GPtrArray) controls = g_ptr_array_new ();

  list_controls (within, within, controls);
  for (guint i = 0; i < controls->len; i++)
    {
      GtkWidget *spoken = get_spoken (g_ptr_array_index (controls, i));
      g_autofree char *name = audit_get_name (spoken);

      if (name == NULL && !is_the_toolkits (spoken))
        audit_add_fault (faults, spoken, "without a name");
    }
}

/* The rows that it is folded into say which entry of a list it is of. What opens such a row is not
 * folded into it. */
static char *
get_group (GtkWidget *widget)
{
  g_autoptr (GString) group = g_string_new (NULL);
  gboolean is_folded = FALSE;

  for (widget = gtk_widget_get_parent (widget); widget != NULL;
       widget = gtk_widget_get_parent (widget))
    {
      if (ADW_IS_EXPANDER_ROW (widget) && is_folded)
        g_string_append_printf (group, "%s, ",
                                adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)));
      is_folded = GTK_IS_REVEALER (widget) || (is_folded && !ADW_IS_EXPANDER_ROW (widget));
    }

  return g_string_free (g_steal_pointer (&group), FALSE);
}

void
audit_check_twins (GtkWidget *within,
                   GPtrArray *faults)
{
  g_autoptr (GPtrArray) controls = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  list_controls (within, within, controls);
  for (guint i = 0; i < controls->len; i++)
    {
      GtkWidget *spoken = get_spoken (g_ptr_array_index (controls, i));
      g_autofree char *name = audit_get_name (spoken);
      const GtkAccessibleRole role = gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (spoken));
      g_autofree char *group = NULL;
      GtkWidget *twin;
      char *key;

      if (name == NULL || is_the_toolkits (spoken))
        continue;
      group = get_group (spoken);
      key = g_strdup_printf ("%d %s in %s", role, name, group);
      twin = g_hash_table_lookup (seen, key);
      if (twin != NULL && twin != spoken && !gtk_widget_is_ancestor (spoken, twin))
        {
          g_autofree char *other = audit_describe (twin);

          audit_add_fault (faults, spoken, "called like another (%s)", other);
        }
      g_hash_table_insert (seen, key, spoken);
    }
}

/* A flow box is heard as a table, also where it only wraps buttons: what keys do not come to is no
 * cell. */
void
audit_check_tables (GtkWidget *within,
                    GPtrArray *faults)
{
  GtkWidget *child = gtk_widget_get_first_child (within);

  if (!gtk_widget_get_mapped (within))
    return;
  if (GTK_IS_FLOW_BOX (within) && child != NULL && !gtk_widget_get_focusable (child) &&
      (gtk_test_accessible_has_role (GTK_ACCESSIBLE (within), GTK_ACCESSIBLE_ROLE_GRID) ||
       gtk_test_accessible_has_role (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_ROLE_GRID_CELL)))
    audit_add_fault (faults, within, "a table without cells to go to");
  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    if (!GTK_IS_NATIVE (child))
      audit_check_tables (child, faults);
}

/* The icon theme has what is asked of it: themes lose icons from one release to the next. */
void
audit_check_icons (GtkWidget *within,
                   GPtrArray *faults)
{
  const char *name = GTK_IS_IMAGE (within) ? gtk_image_get_icon_name (GTK_IMAGE (within)) : NULL;

  if (!gtk_widget_get_mapped (within))
    return;
  if (name != NULL && !gtk_icon_theme_has_icon (
                          gtk_icon_theme_get_for_display (gtk_widget_get_display (within)), name))
    audit_add_fault (faults, within, "no icon is called “%s”", name);
  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (!GTK_IS_NATIVE (child))
      audit_check_icons (child, faults);
}

static gboolean
is_said_twice (const char *text)
{
  const gsize length = strlen (text);

  return length % 2 == 1 && text[length / 2] == ' ' &&
         strncmp (text, text + length / 2 + 1, length / 2) == 0;
}

static void
check_said_once (GtkWidget *widget,
                 GPtrArray *faults)
{
  g_autofree char *own = get_property (widget, GTK_ACCESSIBLE_PROPERTY_LABEL);
  g_autofree char *related = get_related (widget, GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  g_autofree char *description = get_property (widget, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
  g_autofree char *described = get_related (widget, GTK_ACCESSIBLE_RELATION_DESCRIBED_BY);
  const char *name = own != NULL ? own : related;
  const char *texts[] = { description, described };

  /* GTK 4.8 says both, and newer GTK only what it is labelled by. */
  if (own != NULL && related != NULL)
    audit_add_fault (faults, widget, "named twice, “%s” and “%s”", own, related);
  if (own != NULL && strchr (own, '_') != NULL &&
      (GTK_IS_BUTTON (widget) || GTK_IS_CHECK_BUTTON (widget)))
    audit_add_fault (faults, widget, "named with the sign of its mnemonic");
  if (name != NULL && is_said_twice (name))
    audit_add_fault (faults, widget, "a name that repeats itself");
  if (description != NULL && g_strcmp0 (description, described) == 0)
    audit_add_fault (faults, widget, "described twice, as “%s”", description);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i] != NULL && (g_strcmp0 (texts[i], name) == 0 || is_said_twice (texts[i])))
      audit_add_fault (faults, widget, "a description that repeats “%s”", texts[i]);
}

/* That nothing is said twice: by one control, or by one and the row that it stands in. */
void
audit_check_repeats (GtkWidget *within,
                     GPtrArray *faults)
{
  g_autoptr (GPtrArray) controls = g_ptr_array_new ();

  list_controls (within, within, controls);
  for (guint i = 0; i < controls->len; i++)
    {
      GtkWidget *spoken = get_spoken (g_ptr_array_index (controls, i));
      g_autofree char *name = audit_get_name (spoken);

      if (is_the_toolkits (spoken))
        continue;
      check_said_once (spoken, faults);
      for (GtkWidget *around = gtk_widget_get_parent (spoken);
           around != NULL && around != within && name != NULL;
           around = gtk_widget_get_parent (around))
        {
          g_autofree char *other = is_row (around) && audit_is_control (around)
                                       ? audit_get_name (around)
                                       : NULL;

          if (g_strcmp0 (name, other) == 0)
            audit_add_fault (faults, spoken, "called like the %s it stands in",
                             G_OBJECT_TYPE_NAME (around));
        }
    }
}

/* What filters a list or shows a pane. What is chosen in a popover or a row, or by an action among
 * several, has no one place that it changes. */
static gboolean
is_switch_of_another (GtkWidget *widget,
                      GtkWidget *within)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  if (GTK_IS_SEARCH_ENTRY (widget))
    return TRUE;

  return GTK_IS_TOGGLE_BUTTON (widget) && !GTK_IS_MENU_BUTTON (parent) &&
         !GTK_IS_DROP_DOWN (parent) && !GTK_IS_POPOVER (within) &&
         gtk_widget_get_ancestor (parent, GTK_TYPE_LIST_BOX_ROW) == NULL &&
         gtk_actionable_get_action_target_value (GTK_ACTIONABLE (widget)) == NULL;
}

/* That a screen reader can go from what filters a list or shows a pane to what it changes. */
void
audit_check_controls (GtkWidget *within,
                      GPtrArray *faults)
{
  g_autoptr (GPtrArray) controls = g_ptr_array_new ();

  list_controls (within, within, controls);
  for (guint i = 0; i < controls->len; i++)
    {
      GtkWidget *spoken = get_spoken (g_ptr_array_index (controls, i));

      if (is_switch_of_another (spoken, within) && !is_the_toolkits (spoken) &&
          !gtk_test_accessible_has_relation (GTK_ACCESSIBLE (spoken),
                                             GTK_ACCESSIBLE_RELATION_CONTROLS))
        audit_add_fault (faults, spoken, "says nothing of what it controls");
    }
}

/* Ways with the keyboard */

static GtkWidget *
get_focus (GtkWidget *within)
{
  return gtk_root_get_focus (gtk_widget_get_root (within));
}

/* Where Tab comes to the first again after the last: the window of a sheet. */
static GtkWidget *
get_ring (GtkWidget *within)
{
  return GTK_IS_NATIVE (within) ? within : GTK_WIDGET (gtk_widget_get_root (within));
}

/* Goes on with Tab for as long as something new comes that is in @part. Where it comes to something
 * again that is not the first, there may still be a way on from that. */
static void
walk (GtkWidget  *within,
      GtkWidget  *part,
      GHashTable *reached)
{
  guint n_again = 0;

  for (guint i = 0; i < MOST_STEPS && n_again < MOST_AGAIN; i++)
    {
      GtkWidget *focus;

      if (!gtk_widget_child_focus (get_ring (within), GTK_DIR_TAB_FORWARD))
        return;
      focus = get_focus (within);
      if (focus == NULL || (part != NULL && focus != part && !gtk_widget_is_ancestor (focus, part)))
        return;
      n_again = g_hash_table_add (reached, focus) ? 0 : n_again + 1;
    }
}

/* A button that is on or off in a group of them: Tab comes to one, arrow keys go on. */
static gboolean
is_radio (GtkWidget *widget)
{
  GtkWidget *first = gtk_widget_get_first_child (widget);

  return GTK_IS_CHECK_BUTTON (widget) && first != NULL &&
         g_strcmp0 (gtk_widget_get_css_name (first), "radio") == 0;
}

static gboolean
has_reached_a_radio (GtkWidget  *widget,
                     GHashTable *reached)
{
  for (GtkWidget *child = gtk_widget_get_first_child (gtk_widget_get_parent (widget));
       child != NULL; child = gtk_widget_get_next_sibling (child))
    if (is_radio (child) && g_hash_table_contains (reached, child))
      return TRUE;

  return FALSE;
}

static gboolean
has_reached_into (GtkWidget  *list,
                  GHashTable *reached)
{
  GHashTableIter iter;
  gpointer widget;

  g_hash_table_iter_init (&iter, reached);
  while (g_hash_table_iter_next (&iter, &widget, NULL))
    if (gtk_widget_is_ancestor (widget, list))
      return TRUE;

  return FALSE;
}

/* From a row that was come to, to the others of its list, and into each. */
static gboolean
walk_rows (GtkWidget  *within,
           GPtrArray  *controls,
           GHashTable *reached)
{
  gboolean found = FALSE;

  for (guint i = 0; i < controls->len; i++)
    {
      GtkWidget *control = g_ptr_array_index (controls, i);

      if (g_hash_table_contains (reached, control))
        continue;
      if (is_radio (control) && has_reached_a_radio (control, reached))
        {
          found = g_hash_table_add (reached, control);
        }
      else if (is_row (control) && has_reached_into (gtk_widget_get_parent (control), reached))
        {
          found = TRUE;
          /* A heading between rows is passed over. */
          g_hash_table_add (reached, control);
          if (!gtk_widget_grab_focus (control))
            continue;
          g_hash_table_add (reached, get_focus (within));
          walk (within, control, reached);
        }
    }

  return found;
}

/* Leaves the focus where it was. */
void
audit_check_reach (GtkWidget *within,
                   GPtrArray *faults)
{
  g_autoptr (GPtrArray) controls = g_ptr_array_new ();
  g_autoptr (GHashTable) reached = g_hash_table_new (NULL, NULL);
  GtkRoot *root = gtk_widget_get_root (within);
  GtkWidget *before = gtk_root_get_focus (root);

  list_controls (within, within, controls);
  walk (within, NULL, reached);
  while (walk_rows (within, controls, reached))
    ;
  /* What can be used may have changed with the row that was selected. */
  walk (within, NULL, reached);
  for (guint i = 0; i < controls->len; i++)
    {
      GtkWidget *control = g_ptr_array_index (controls, i);

      if (!g_hash_table_contains (reached, control) && !is_the_toolkits (control) &&
          audit_is_control (control))
        audit_add_fault (faults, control, "not reached by keys");
    }
  if (before != NULL && gtk_widget_get_mapped (before))
    gtk_widget_grab_focus (before);
}

void
audit_check_focus (GtkWindow *window,
                   GPtrArray *faults)
{
  GtkWidget *focus = gtk_window_get_focus (window);

  if (focus == NULL)
    audit_add_fault (faults, GTK_WIDGET (window), "nothing has the focus");
  else if (!gtk_widget_get_mapped (focus))
    audit_add_fault (faults, focus, "what has the focus is not shown");
  else if (!gtk_widget_is_sensitive (focus))
    audit_add_fault (faults, focus, "what has the focus cannot be used");
}
