namespace MagHopfield.Instrument.Scpi;

/// <summary>
/// A row of the command table: one header with all that is to say of it. Parser, help (SYSTem:HELP) and docs/scpi.md are made from it.
/// </summary>
public sealed class ScpiCommand
{
    private static readonly ScpiParameter[] NoParameters = new ScpiParameter[0];

    /// <summary>A row.</summary>
    /// <param name="header">Header as the standard writes it, without a question mark.</param>
    /// <param name="summary">What it does, in a sentence.</param>
    public ScpiCommand(string header, string summary)
    {
        Header = header;
        Summary = summary;
    }

    /// <summary>Header as the standard writes it, without a question mark: capitals are the short form, brackets may be left out.</summary>
    public string Header { get; }

    /// <summary>What it does, in a sentence.</summary>
    public string Summary { get; }

    /// <summary>What the command does; null where there is only a query.</summary>
    public ScpiAction? Command { get; set; }

    /// <summary>What the query does; null where there is only a command.</summary>
    public ScpiAction? Query { get; set; }

    /// <summary>Parameters of the command.</summary>
    public ScpiParameter[] Parameters { get; set; } = NoParameters;

    /// <summary>Parameters of the query.</summary>
    public ScpiParameter[] QueryParameters { get; set; } = NoParameters;

    /// <summary>The setting behind it, or null.</summary>
    public ScpiSetting? Setting { get; set; }

    /// <summary>What the query answers, with its unit; empty where there is only a command.</summary>
    public string Answer { get; set; } = "";

    /// <summary>An example: what is sent.</summary>
    public string Example { get; set; } = "";

    /// <summary>What the example answers on a board of four nodes; empty where it answers nothing, or never the same.</summary>
    public string ExampleAnswer { get; set; } = "";

    /// <summary>Errors of its own, beside those that any command may have (−1xx); empty for none.</summary>
    public string Errors { get; set; } = "";

    /// <summary>
    /// Whether it waits until no operation runs; it then sees and changes the instrument alone. The others (status, settings) are
    /// answered while an operation runs.
    /// </summary>
    public bool IsExclusive { get; set; }

    /// <summary>Whether it runs on the instrument's own thread and takes time; ABORt ends it.</summary>
    public bool IsOperation { get; set; }

    /// <summary>Whether it ends what runs instead of waiting for its end.</summary>
    public bool EndsOperation { get; set; }
}
