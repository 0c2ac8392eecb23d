namespace MagHopfield.Instrument.Scpi.Commands;

/// <summary>DISPlay: the LEDs.</summary>
internal static class DisplayCommands
{
    public static void AddTo(CommandTable table)
    {
        table.Add(new ScpiCommand("DISPlay:PATTern", "Shows a pattern on the LEDs: + nodes are lit.")
        {
            Command = call =>
            {
                call.Instrument.Show(call.Pattern(0));
                call.Scpi.LastShown = call.Pattern(0);
            },
            Query = call => PulseCommands.Answer(call, call.Scpi.LastShown),
            Parameters = new ScpiParameter[] { ScpiParameter.Pattern(table.NodeCount) },
            IsExclusive = true,
            Answer = "the pattern that was shown last; an empty text before the first",
            Example = "DISP:PATT \"+ - + -\";PATT?",
            ExampleAnswer = "\"+ - + -\"",
        });
    }
}
