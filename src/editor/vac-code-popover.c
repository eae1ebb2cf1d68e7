/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-code-popover"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-code-popover.h"
#include "vac-codes.h"
#include "vac-phrase.h"
#include "vac-text-label.h"
#include "vac-zone.h"

#define WIDTH 240
#define HEIGHT 320
#define PAGE 10      /* rows */

/* What stands before what in the list. */
typedef enum
{
  RANK_NOTHING,    /* no value */
  RANK_UNKNOWN,    /* a value that is none of the codes */
  RANK_FIRST,      /* a language that we have words of */
  RANK_OTHER,
} Rank;

#define VAC_TYPE_CODE_ITEM (vac_code_item_get_type ())

G_DECLARE_FINAL_TYPE (VacCodeItem, vac_code_item, VAC, CODE_ITEM, GObject)

/* A code with its name. Never changes. */
struct _VacCodeItem
{
  GObject  parent_instance;

  char    *code;
  char    *name;
  char    *short_name;   /* nullable: used like a code, as "UK" and "USA" are */
  char    *words;   /* that it is found by */
  char    *key;     /* that it is sorted by */
  Rank     rank;
};

G_DEFINE_FINAL_TYPE (VacCodeItem, vac_code_item, G_TYPE_OBJECT)

static void
vac_code_item_finalize (GObject *object)
{
  VacCodeItem *self = VAC_CODE_ITEM (object);

  g_free (self->code);
  g_free (self->name);
  g_free (self->short_name);
  g_free (self->words);
  g_free (self->key);

  G_OBJECT_CLASS (vac_code_item_parent_class)->finalize (object);
}

static void
vac_code_item_class_init (VacCodeItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vac_code_item_finalize;
}

static void
vac_code_item_init (VacCodeItem *self)
{
}

/**
 * VacCodePopover:
 *
 * A list of codes by their names in the language of the interface. What is typed into the entry
 * above it leaves those of which a word or the code begins so.
 *
 * The list is made when it opens and dropped when it closes.
 */
struct _VacCodePopover
{
  GtkPopover          parent_instance;

  VacCodeKind         kind;

  /* Owned by the widgets */
  GtkEditable        *search;
  GtkWidget          *list;
  GtkWidget          *nothing;
  GListStore         *items;
  GtkFilter          *filter;
  GtkSingleSelection *selection;

  guint               scroll_source;
};

G_DEFINE_FINAL_TYPE (VacCodePopover, vac_code_popover, GTK_TYPE_POPOVER)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *
get_own_language (void)
{
  return g_get_language_names ()[0];
}

/**
 * vac_code_describe:
 * @kind: what @code should be the code of
 * @code: a code or any other text
 *
 * Returns: (transfer full): its name in the language of the interface; that it has none, otherwise
 */
char *
vac_code_describe (VacCodeKind kind,
                   const char *code)
{
  char *name;

  g_return_val_if_fail (code != NULL, NULL);

  if (*code == '\0')
    return g_strdup (C_("choice", "Not specified"));
  if (kind == VAC_CODE_COUNTRY && !vac_codes_has_country (code))
    return g_strdup_printf (_("%s (not a country code)"), code);
  name = vac_code_names_get (kind, code, get_own_language ());
  if (name != NULL)
    return name;

  switch (kind)
    {
    case VAC_CODE_CURRENCY:
      return g_strdup_printf (_("%s (not a currency code)"), code);
    case VAC_CODE_ZONE:
      return g_strdup_printf (_("%s (not a known time zone)"), code);
    case VAC_CODE_COUNTRY:
    case VAC_CODE_LANGUAGE:
    default:
      return g_strdup_printf (_("%s (not a known language)"), code);
    }
}

static Rank
find_rank (VacCodeKind kind,
           const char *code)
{
  return kind == VAC_CODE_LANGUAGE && vac_phrase_speaks (code) ? RANK_FIRST : RANK_OTHER;
}

static VacCodeItem *
code_item_new (VacCodeKind kind,
               const char *code,
               Rank        rank)
{
  VacCodeItem *self = g_object_new (VAC_TYPE_CODE_ITEM, NULL);
  g_autofree char *abbreviations = NULL;

  self->code = g_strdup (code);
  self->name = vac_code_describe (kind, code);
  if (kind == VAC_CODE_COUNTRY)
    self->short_name = vac_code_names_get_short (code, get_own_language ());
  abbreviations = kind == VAC_CODE_ZONE ? vac_zone_list_abbreviations (code) : g_strdup ("");
  self->words = g_strjoin (" ", self->name, code, abbreviations, self->short_name, NULL);
  self->key = g_utf8_collate_key (self->name, -1);
  self->rank = rank;

  return self;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const VacCodeItem *first = *(VacCodeItem *const *) a, *second = *(VacCodeItem *const *) b;

  return first->rank != second->rank ? (int) first->rank - (int) second->rank
                                     : strcmp (first->key, second->key);
}

static GPtrArray *
list_items (VacCodeKind kind,
            const char *current)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (GStrv) codes = vac_code_names_list (kind);

  g_ptr_array_add (items, code_item_new (kind, "", RANK_NOTHING));
  if (*current != '\0' && !g_strv_contains ((const char *const *) codes, current))
    g_ptr_array_add (items, code_item_new (kind, current, RANK_UNKNOWN));
  for (guint i = 0; codes[i] != NULL; i++)
    g_ptr_array_add (items, code_item_new (kind, codes[i], find_rank (kind, codes[i])));
  g_ptr_array_sort (items, compare);

  return items;
}

static gboolean
matches (gpointer item,
         gpointer user_data)
{
  VacCodePopover *self = user_data;
  const char *typed = gtk_editable_get_text (self->search);

  return *typed == '\0' || g_str_match_string (typed, VAC_CODE_ITEM (item)->words, TRUE);
}

static VacCodeItem *
peek_item (VacCodePopover *self,
           guint           position)
{
  g_autoptr (VacCodeItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  /* The list holds it. */
  return item;
}

static void
scroll_to_selected (VacCodePopover *self)
{
  const guint selected = gtk_single_selection_get_selected (self->selection);

  if (selected != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", selected);
}

static gboolean
on_scroll_cb (gpointer user_data)
{
  VacCodePopover *self = user_data;

  self->scroll_source = 0;
  scroll_to_selected (self);

  return G_SOURCE_REMOVE;
}

/* The list has another length or height, so what is selected may be out of sight. Not at once: a
 * list that is being laid out shows nothing when it is told to scroll. */
static void
on_adjustment_changed_cb (VacCodePopover *self)
{
  if (self->scroll_source == 0)
    self->scroll_source = g_idle_add (on_scroll_cb, self);
}

/* Whether @typed, without case, is all of the code, or of its short name: "UK", "USA". */
static gboolean
is_code (VacCodeItem *item,
         const char  *typed)
{
  return g_ascii_strcasecmp (item->code, typed) == 0 ||
         (item->short_name != NULL && g_ascii_strcasecmp (item->short_name, typed) == 0);
}

/* The code itself, or else the first name that begins so: "de" is Germany before Denmark. */
static guint
find_best (VacCodePopover *self,
           const char     *typed)
{
  const guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  g_autofree char *folded = g_utf8_casefold (typed, -1);
  guint best = 0;
  gboolean begins = FALSE;

  for (guint i = 0; i < n_items; i++)
    {
      VacCodeItem *item = peek_item (self, i);
      g_autofree char *name = g_utf8_casefold (item->name, -1);

      if (is_code (item, typed))
        return i;
      if (!begins && item->rank != RANK_NOTHING && g_str_has_prefix (name, folded))
        {
          best = i;
          begins = TRUE;
        }
    }

  return best;
}

static void
update_matches (VacCodePopover *self)
{
  const char *typed = gtk_editable_get_text (self->search);
  gboolean any;

  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  any = g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0;
  gtk_widget_set_visible (self->nothing, !any);
  if (any && *typed != '\0')
    gtk_single_selection_set_selected (self->selection, find_best (self, typed));
}

static void
choose (VacCodePopover *self,
        guint           position)
{
  g_autofree char *code = NULL;

  if (position >= g_list_model_get_n_items (G_LIST_MODEL (self->selection)))
    return;

  code = g_strdup (peek_item (self, position)->code);
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[CHOSEN], 0, code);
}

static void
on_search_activate_cb (VacCodePopover *self)
{
  choose (self, gtk_single_selection_get_selected (self->selection));
}

/* The focus stays in the entry, so that letters always go there; arrows move the selection. */
static gboolean
on_key_pressed_cb (VacCodePopover        *self,
                   guint                  keyval,
                   guint                  keycode,
                   GdkModifierType        state,
                   GtkEventControllerKey *controller)
{
  const guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  int position = (int) gtk_single_selection_get_selected (self->selection);

  switch (keyval)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      position += 1;
      break;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      position -= 1;
      break;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      position += PAGE;
      break;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      position -= PAGE;
      break;
    default:
      return GDK_EVENT_PROPAGATE;
    }
  if (n_items > 0)
    {
      gtk_single_selection_set_selected (self->selection,
                                         (guint) CLAMP (position, 0, (int) n_items - 1));
      scroll_to_selected (self);
    }

  return GDK_EVENT_STOP;
}

/* The entry says what Enter would choose. */
static void
on_selected_cb (VacCodePopover *self)
{
  VacCodeItem *item = gtk_single_selection_get_selected_item (self->selection);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  item != NULL ? item->name : "", -1);
}

/* What the list leaves is not for the row that the popover is in. */
static gboolean
on_key_left_cb (VacCodePopover        *self,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                GtkEventControllerKey *controller)
{
  return keyval != GDK_KEY_Escape && keyval != GDK_KEY_Tab && keyval != GDK_KEY_ISO_Left_Tab &&
         (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) == 0;
}

/* The list would do so on a single click, too, but then it selects whatever lies under a pointer
 * that rests, while the list moves along under it. */
static void
on_released_cb (GtkGestureClick *gesture,
                int              n_press,
                double           x,
                double           y,
                GtkListItem     *list_item)
{
  GtkWidget *box = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));

  choose (VAC_CODE_POPOVER (gtk_widget_get_ancestor (box, VAC_TYPE_CODE_POPOVER)),
          gtk_list_item_get_position (list_item));
}

static void
on_setup_cb (GtkSignalListItemFactory *factory,
             GtkListItem              *list_item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name = vac_text_label_new (NULL);
  GtkWidget *code = gtk_label_new (NULL);
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (code, "dim-label");
  gtk_widget_add_css_class (code, "caption");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), code);
  g_signal_connect_object (click, "released", G_CALLBACK (on_released_cb), list_item, 0);
  gtk_widget_add_controller (box, GTK_EVENT_CONTROLLER (click));
  gtk_list_item_set_child (list_item, box);
}

static void
on_bind_cb (GtkSignalListItemFactory *factory,
            GtkListItem              *list_item)
{
  VacCodeItem *item = gtk_list_item_get_item (list_item);
  GtkWidget *name = gtk_widget_get_first_child (gtk_list_item_get_child (list_item));

  gtk_label_set_text (GTK_LABEL (name), item->name);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (name)),
                      item->rank == RANK_UNKNOWN ? "" : item->code);
}

static void
vac_code_popover_closed (GtkPopover *popover)
{
  g_list_store_remove_all (VAC_CODE_POPOVER (popover)->items);
}

static void
vac_code_popover_dispose (GObject *object)
{
  g_clear_handle_id (&VAC_CODE_POPOVER (object)->scroll_source, g_source_remove);

  G_OBJECT_CLASS (vac_code_popover_parent_class)->dispose (object);
}

static void
vac_code_popover_class_init (VacCodePopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vac_code_popover_dispose;
  GTK_POPOVER_CLASS (klass)->closed = vac_code_popover_closed;

  /**
   * VacCodePopover::chosen:
   * @self: the popover
   * @code: a code, or empty
   */
  signals[CHOSEN] =
    g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
add_keys (VacCodePopover      *self,
          GtkPropagationPhase  phase,
          GCallback            callback)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, phase);
  g_signal_connect_swapped (keys, "key-pressed", callback, self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
make_list (VacCodePopover *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkFilterListModel *filtered;

  self->items = g_list_store_new (VAC_TYPE_CODE_ITEM);
  self->filter = GTK_FILTER (gtk_custom_filter_new (matches, self, NULL));
  filtered = gtk_filter_list_model_new (G_LIST_MODEL (self->items), self->filter);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (filtered));
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind_cb), NULL);
  self->list = gtk_list_view_new (GTK_SELECTION_MODEL (self->selection), factory);
  gtk_widget_add_css_class (self->list, "vac-codes");
}

static void
vac_code_popover_init (VacCodePopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->search = GTK_EDITABLE (gtk_search_entry_new ());
  self->nothing = gtk_label_new (_("Nothing found"));
  gtk_widget_add_css_class (self->nothing, "dim-label");
  gtk_widget_set_visible (self->nothing, FALSE);
  make_list (self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)),
                           "changed", G_CALLBACK (on_adjustment_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_size_request (box, WIDTH, -1);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->search));
  gtk_box_append (GTK_BOX (box), self->nothing);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_popover_set_child (GTK_POPOVER (self), box);

  gtk_widget_set_can_focus (self->list, FALSE);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (on_selected_cb),
                           self, G_CONNECT_SWAPPED);
  /* Not "search-changed", which comes late: who types and presses Enter means what they typed. */
  g_signal_connect_object (self->search, "changed", G_CALLBACK (update_matches), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "activate", G_CALLBACK (on_search_activate_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "stop-search", G_CALLBACK (gtk_popover_popdown), self,
                           G_CONNECT_SWAPPED);
  add_keys (self, GTK_PHASE_CAPTURE, G_CALLBACK (on_key_pressed_cb));
  add_keys (self, GTK_PHASE_BUBBLE, G_CALLBACK (on_key_left_cb));
}

/**
 * vac_code_popover_new:
 * @kind: which codes
 * @label: what the value is called that is chosen here
 *
 * Returns: (transfer floating): a closed list, which emits #VacCodePopover::chosen
 */
GtkWidget *
vac_code_popover_new (VacCodeKind kind,
                      const char *label)
{
  VacCodePopover *self = g_object_new (VAC_TYPE_CODE_POPOVER, NULL);

  self->kind = kind;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_RELATION_CONTROLS,
                                  self->list, NULL, -1);

  return GTK_WIDGET (self);
}

/**
 * vac_code_popover_open:
 * @self: a popover
 * @code: the current value, which is selected
 * @typed: what is already typed into the entry, or empty
 */
void
vac_code_popover_open (VacCodePopover *self,
                       const char     *code,
                       const char     *typed)
{
  g_autoptr (GPtrArray) items = NULL;
  guint current = 0;

  g_return_if_fail (VAC_IS_CODE_POPOVER (self) && code != NULL && typed != NULL);

  items = list_items (self->kind, code);
  gtk_editable_set_text (self->search, "");
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)),
                       items->pdata, items->len);
  for (guint i = 0; i < items->len; i++)
    if (g_str_equal (VAC_CODE_ITEM (g_ptr_array_index (items, i))->code, code))
      current = i;
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  gtk_single_selection_set_selected (self->selection, current);
  gtk_editable_set_text (self->search, typed);
  gtk_editable_set_position (self->search, -1);
}
