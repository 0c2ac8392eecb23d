namespace MagHopfield.Instrument.Scpi;

/// <summary>
/// Goes through the rows of a file of the folder Commands for one of them. Only that one is made: the table as objects would take half of
/// the memory of an ESP32. What a row does are methods of an object, for the compiler keeps delegates of static methods and of lambdas in
/// static fields for ever.
/// </summary>
public sealed class CommandRows
{
    private static readonly string[] Limits = { "MINimum", "MAXimum", "DEFault" };

    private readonly int _wanted;
    private int _seen;

    /// <summary>A walk.</summary>
    /// <param name="table">Table.</param>
    /// <param name="wanted">Number of the row within its file, from 0.</param>
    public CommandRows(CommandTable table, int wanted)
    {
        Table = table;
        _wanted = wanted;
    }

    /// <summary>The table.</summary>
    public CommandTable Table { get; }

    /// <summary>Number of nodes N.</summary>
    public int NodeCount => Table.NodeCount;

    /// <summary>The row, or null where the file has not so many.</summary>
    public ScpiCommand? Row { get; private set; }

    /// <summary>Whether the row that comes next is the one. To be asked once before each.</summary>
    public bool IsWanted() => _seen++ == _wanted;

    /// <summary>Adds the row.</summary>
    /// <param name="row">Row.</param>
    public void Add(ScpiCommand row) => Row = row;

    /// <summary>Adds a setting with its query.</summary>
    /// <param name="setting">Setting.</param>
    /// <param name="summary">What it sets, in a sentence.</param>
    /// <param name="example">An example: what is sent.</param>
    /// <param name="exampleAnswer">What the example answers.</param>
    public void AddSetting(ScpiSetting setting, string summary, string example, string exampleAnswer)
    {
        ScpiParameter parameter = setting.Parameter;
        bool hasLimits = parameter.Type == ParameterType.Number || parameter.Type == ParameterType.Integer;
        Row = new ScpiCommand(setting.Header, summary)
        {
            Setting = setting,
            Parameters = new ScpiParameter[] { parameter },
            QueryParameters = hasLimits
                ? new ScpiParameter[] { ScpiParameter.Choice("limit", Limits, 0).Optional() }
                : new ScpiParameter[0],
            Command = setting.Take,
            Query = setting.Answer,
            Answer = hasLimits ? "the value, or its limit or default" : "the value",
            Example = example,
            ExampleAnswer = exampleAnswer,
        };
    }
}
