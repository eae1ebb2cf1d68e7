/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-employer-size"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-employer-size.h"
#include "vac-money.h"
#include "vac-review-settings.h"

/* How many people work for the employer, as the user types it. */

#define MOST_PEOPLE 10000000

/* Returns: whether @text is a number of people, whatever marks its groups have; nothing is 0 */
static gboolean
read_size (const char *text,
           guint      *size)
{
  *size = 0;
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      const gunichar c = g_utf8_get_char (text);

      if (g_unichar_isdigit (c))
        *size = *size * 10 + (guint) g_unichar_digit_value (c);
      else if (c == '-' || (!g_unichar_isspace (c) && !g_unichar_ispunct (c)))
        return FALSE;
      if (*size > MOST_PEOPLE)
        return FALSE;
    }

  return TRUE;
}

static void
mark_wrong (GtkEditable *editable,
            gboolean     wrong)
{
  if (wrong)
    gtk_widget_add_css_class (GTK_WIDGET (editable), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (editable), "error");
  gtk_widget_set_tooltip_text (GTK_WIDGET (editable),
                               wrong ? _("This is not a number of people.") : NULL);
  gtk_accessible_update_state (GTK_ACCESSIBLE (editable), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

static void
show_size (GtkEditable *editable,
           GSettings   *settings)
{
  const guint size = g_settings_get_uint (settings, VAC_SETTING_EMPLOYER_SIZE);
  g_autofree char *text = size > 0 ? vac_money_format_number (size, g_get_language_names ()[0])
                                   : g_strdup ("");

  if (!g_str_equal (gtk_editable_get_text (editable), text))
    gtk_editable_set_text (editable, text);
  mark_wrong (editable, FALSE);
}

static void
take_size (GtkEditable *editable,
           GSettings   *settings)
{
  guint size;

  if (!read_size (gtk_editable_get_text (editable), &size))
    {
      mark_wrong (editable, TRUE);
      return;
    }
  if (size != g_settings_get_uint (settings, VAC_SETTING_EMPLOYER_SIZE))
    g_settings_set_uint (settings, VAC_SETTING_EMPLOYER_SIZE, size);
  show_size (editable, settings);
}

static void
on_size_changed_cb (GSettings   *settings,
                    const char  *key,
                    GtkEditable *editable)
{
  show_size (editable, settings);
}

static void
on_left_cb (GtkEventController *controller,
            GSettings          *settings)
{
  take_size (GTK_EDITABLE (gtk_event_controller_get_widget (controller)), settings);
}

static void
on_activate_cb (GtkText   *text,
                GSettings *settings)
{
  GtkWidget *outer = GTK_WIDGET (text);

  for (GtkWidget *widget = outer; widget != NULL; widget = gtk_widget_get_parent (widget))
    if (GTK_IS_EDITABLE (widget))
      outer = widget;
  take_size (GTK_EDITABLE (outer), settings);
}

/* What an entry, or a row with one, types into. */
static GtkWidget *
get_text (GtkEditable *editable)
{
  GtkEditable *delegate = gtk_editable_get_delegate (editable);

  return delegate != NULL ? get_text (delegate) : GTK_WIDGET (editable);
}

/**
 * vac_employer_size_bind:
 * @editable: an entry or a row with one
 * @settings: the program's settings
 *
 * Lets the user type the employer’s size. It is taken with Enter, or when the focus goes elsewhere.
 */
void
vac_employer_size_bind (GtkEditable *editable,
                        GSettings   *settings)
{
  GtkEventController *controller = gtk_event_controller_focus_new ();
  GtkWidget *text = get_text (editable);

  g_return_if_fail (GTK_IS_TEXT (text) && G_IS_SETTINGS (settings));

  gtk_text_set_input_purpose (GTK_TEXT (text), GTK_INPUT_PURPOSE_DIGITS);
  g_signal_connect_object (controller, "leave", G_CALLBACK (on_left_cb), settings, 0);
  gtk_widget_add_controller (GTK_WIDGET (editable), controller);
  g_signal_connect_object (text, "activate", G_CALLBACK (on_activate_cb), settings, 0);
  g_signal_connect_object (settings, "changed::" VAC_SETTING_EMPLOYER_SIZE,
                           G_CALLBACK (on_size_changed_cb), editable, 0);
  show_size (editable, settings);
}

/**
 * vac_employer_size_question_new:
 * @settings: the program's settings
 *
 * Returns: (transfer floating): a question for the review, for as long as the size is not known
 */
GtkWidget *
vac_employer_size_question_new (GSettings *settings)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *question = gtk_label_new (_("How many people work for the employer?"));
  GtkWidget *reason = gtk_label_new (_("Some laws on pay depend on it."));
  GtkWidget *entry = gtk_entry_new ();

  for (guint i = 0; i < 2; i++)
    {
      GtkLabel *label = GTK_LABEL (i == 0 ? question : reason);

      gtk_label_set_xalign (label, 0);
      gtk_label_set_wrap (label, TRUE);
      gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
      gtk_box_append (GTK_BOX (texts), GTK_WIDGET (label));
    }
  gtk_widget_add_css_class (reason, "caption");
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 7);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 9);
  gtk_widget_set_valign (entry, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("How many people work for the employer?"), -1);
  vac_employer_size_bind (GTK_EDITABLE (entry), settings);
  gtk_box_append (GTK_BOX (box), texts);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_widget_add_css_class (box, "vac-review-part");
  gtk_widget_add_css_class (box, "vac-review-question");

  return box;
}
