using MagHopfield.Instrument.Display;
using MagHopfield.Instrument.Ports;
using MagHopfield.Shared.Scpi;

namespace MagHopfield.Instrument.Scpi.Commands;

/// <summary>DISPlay: the panel of 8×8 LEDs.</summary>
internal sealed class DisplayCommands
{
    private const int Digits = 2 * PanelPicture.Side;
    private const string NoPanel = "-221 the board has no panel";

    public void AddTo(CommandRows rows)
    {
        if (rows.IsWanted())
        {
            rows.Add(new ScpiCommand("DISPlay:PATTern", "Shows a pattern on the LEDs: + nodes are lit.")
            {
                Command = DoDisplayPattern,
                Query = QueryDisplayPattern,
                Parameters = new ScpiParameter[] { ScpiParameter.Pattern(rows.NodeCount) },
                IsExclusive = true,
                Answer = "the pattern that was shown last; an empty text before the first",
                Example = "DISP:PATT \"+ - + -\";PATT?",
                ExampleAnswer = "\"+ - + -\"",
            });
        }

        if (rows.IsWanted())
        {
            rows.Add(new ScpiCommand(
                "DISPlay:PANel:DATA", "Shows pixels on the panel: two hexadecimal digits a row of eight, from the top, the highest bit "
                + "on the left.")
            {
                Command = DoDisplayPanelData,
                Query = QueryDisplayPanelData,
                Parameters = new ScpiParameter[] { ScpiParameter.Text("rows", Digits) },
                IsExclusive = true,
                Answer = "the 16 digits of what it shows",
                Example = "DISP:PAN:DATA \"8142241818244281\";DATA?",
                ExampleAnswer = "\"8142241818244281\"",
                Errors = "-224 not 16 hexadecimal digits; " + NoPanel,
            });
        }

        if (rows.IsWanted())
        {
            rows.Add(
                new ScpiCommand(
                    "DISPlay:PANel:LETTer", "Shows a letter or digit of 5x7 pixels on the left of the panel: H T L E X N F O or 1 to 7.")
                {
                    Command = DoDisplayPanelLetter,
                    Parameters = new ScpiParameter[] { ScpiParameter.Text("letter", 1) },
                    IsExclusive = true,
                    Example = "DISP:PAN:CLE;LETT \"H\";DATA?",
                    ExampleAnswer = "\"888888F888888800\"",
                    Errors = "-224 another letter; " + NoPanel,
                });
        }

        if (rows.IsWanted())
        {
            rows.Add(new ScpiCommand("DISPlay:PANel:CLEar", "Darkens all pixels of the panel.")
            {
                Command = DoDisplayPanelClear,
                IsExclusive = true,
                Example = "DISP:PAN:CLE;DATA?",
                ExampleAnswer = "\"0000000000000000\"",
                Errors = NoPanel,
            });
        }

        if (rows.IsWanted())
        {
            rows.Add(new ScpiCommand("DISPlay:PANel:STATe", "Lights the panel or turns it off; it keeps what it shows.")
            {
                Command = DoDisplayPanelState,
                Query = QueryDisplayPanelState,
                Parameters = new ScpiParameter[] { ScpiParameter.Boolean("state", true) },
                IsExclusive = true,
                Answer = "0 or 1",
                Example = "DISP:PAN:STAT OFF;STAT?",
                ExampleAnswer = "0",
                Errors = NoPanel,
            });
        }
    }

    private static ILetterPanel Panel(ScpiCall call) => call.Instrument.LetterPanel ?? throw new ScpiException(ScpiError.SettingsConflict,
        "the board has no panel for letters");

    private static Shared.Pattern Letter(string text) => text.Length == 1
        ? Glyphs.Of(text[0])
        : throw new ScpiException(ScpiError.IllegalValue, "one letter is wanted");

    private static byte[] Rows(string text)
    {
        byte[] rows = new byte[PanelPicture.Side];
        bool isRight = text.Length == Digits;
        for (int i = 0; i < Digits && isRight; i++)
        {
            char c = text[i];
            int digit = c >= '0' && c <= '9' ? c - '0' : c >= 'A' && c <= 'F' ? c - 'A' + 10 : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
            isRight = digit >= 0;
            rows[i / 2] = (byte)((rows[i / 2] << 4) | (digit & 15));
        }

        return isRight ? rows : throw new ScpiException(ScpiError.IllegalValue, "16 hexadecimal digits are wanted");
    }

    private static string Text(byte[] rows)
    {
        string text = "";
        for (int i = 0; i < rows.Length; i++)
            text += rows[i].ToString("X2");

        return text;
    }

    private void QueryDisplayPattern(ScpiCall call) => PulseCommands.Answer(call, call.Scpi.LastShown);

    private void DoDisplayPanelData(ScpiCall call) => Panel(call).ShowRows(Rows(call.Text(0)));

    private void QueryDisplayPanelData(ScpiCall call) => call.Answer.Text(Text(Panel(call).TakeRows()));

    private void DoDisplayPanelLetter(ScpiCall call) => Panel(call).Show(Letter(call.Text(0)));

    private void DoDisplayPanelClear(ScpiCall call) => Panel(call).ShowRows(new byte[PanelPicture.Side]);

    private void DoDisplayPanelState(ScpiCall call) => Panel(call).IsOn = call.Integer(0) != 0;

    private void QueryDisplayPanelState(ScpiCall call) => call.Answer.Boolean(Panel(call).IsOn);

    private void DoDisplayPattern(ScpiCall call)
    {
        call.Instrument.Show(call.Pattern(0));
        call.Scpi.LastShown = call.Pattern(0);
    }
}
