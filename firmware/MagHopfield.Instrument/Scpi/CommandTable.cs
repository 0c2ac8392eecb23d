using System;
using MagHopfield.Instrument.Scpi.Commands;
using MagHopfield.Instrument.Train;
using MagHopfield.Shared.Scpi;

namespace MagHopfield.Instrument.Scpi;

/// <summary>
/// All commands of an instrument. Each is declared once, in the folder Commands; parser, SYSTem:HELP, *RST, MEMory:SAVE and docs/scpi.md
/// take from it what they need.
/// </summary>
public sealed class CommandTable
{
    private static readonly string[] Limits = { "MINimum", "MAXimum", "DEFault" };

    private ScpiCommand[] _rows = new ScpiCommand[0];

    /// <summary>The table of an instrument.</summary>
    /// <param name="nodeCount">Number of nodes N.</param>
    /// <param name="limits">What a training pulse may be.</param>
    public CommandTable(int nodeCount, PulseLimits limits)
        : this(nodeCount, limits, new InstrumentSettings().FilterDivider)
    {
    }

    /// <summary>The table of an instrument whose filter is not the usual one.</summary>
    /// <param name="nodeCount">Number of nodes N.</param>
    /// <param name="limits">What a training pulse may be.</param>
    /// <param name="filterDivider">FS of the ADC's filter that is the default.</param>
    public CommandTable(int nodeCount, PulseLimits limits, int filterDivider)
    {
        NodeCount = nodeCount;
        CommonCommands.AddTo(this);
        SystemCommands.AddTo(this);
        ControlCommands.AddTo(this);
        StatusCommands.AddTo(this);
        FormatCommands.AddTo(this);
        Pulse = new PulseCommands(this, limits);
        Sense = new MeasureCommands(this, filterDivider);
        CalibrationCommands.AddTo(this);
        PairBits.AddTo(this);
        WeightCommands.AddTo(this);
        Recall = new RecallCommands(this);
        LogicCommands.AddTo(this);
        DisplayCommands.AddTo(this);
        MemoryCommands.AddTo(this);
        DiagnosticCommands.AddTo(this);
        for (int i = 0; i < _rows.Length; i++)
        {
            Tree.Add(_rows[i].Header, _rows[i].Command != null ? i : -1, _rows[i].Query != null ? i : -1);
        }
    }

    /// <summary>Number of nodes N.</summary>
    public int NodeCount { get; }

    /// <summary>Number of rows.</summary>
    public int Count => _rows.Length;

    /// <summary>Headers.</summary>
    public CommandTree Tree { get; } = new CommandTree();

    /// <summary>A row.</summary>
    public ScpiCommand this[int index] => _rows[index];

    /// <summary>Settings of the training pulses.</summary>
    internal PulseCommands Pulse { get; }

    /// <summary>Settings of the measurement.</summary>
    internal MeasureCommands Sense { get; }

    /// <summary>For how many days a reference is valid.</summary>
    internal ScpiSetting? Validity { get; set; }

    /// <summary>Settings of recall.</summary>
    internal RecallCommands Recall { get; }

    /// <summary>Adds a row.</summary>
    internal void Add(ScpiCommand row)
    {
        ScpiCommand[] rows = new ScpiCommand[_rows.Length + 1];
        Array.Copy(_rows, rows, _rows.Length);
        rows[_rows.Length] = row;
        _rows = rows;
    }

    /// <summary>Adds a setting with its query.</summary>
    internal ScpiSetting AddSetting(string header, string summary, ScpiParameter parameter, string example, string exampleAnswer) =>
        AddSetting(new ScpiSetting(header, parameter), summary, example, exampleAnswer);

    /// <summary>Adds a setting with its query.</summary>
    internal ScpiSetting AddSetting(ScpiSetting setting, string summary, string example, string exampleAnswer)
    {
        string header = setting.Header;
        ScpiParameter parameter = setting.Parameter;
        bool hasLimits = parameter.Type == ParameterType.Number || parameter.Type == ParameterType.Integer;
        Add(new ScpiCommand(header, summary)
        {
            Setting = setting,
            Parameters = new ScpiParameter[] { parameter },
            QueryParameters = hasLimits
                ? new ScpiParameter[] { ScpiParameter.Choice("limit", Limits, 0).Optional() }
                : new ScpiParameter[0],
            Command = call => setting.Value = call.Number(0),
            Query = call => Answer(call, setting),
            Answer = hasLimits ? "the value, or its limit or default" : "the value",
            Example = example,
            ExampleAnswer = exampleAnswer,
        });
        return setting;
    }

    /// <summary>Gives every setting its default.</summary>
    internal void Reset()
    {
        for (int i = 0; i < _rows.Length; i++)
        {
            ScpiSetting? setting = _rows[i].Setting;
            if (setting != null)
            {
                setting.Value = setting.Parameter.Default;
            }
        }
    }

    private static void Answer(ScpiCall call, ScpiSetting setting)
    {
        ScpiParameter parameter = setting.Parameter;
        double value = call.Count == 0 ? setting.Value
            : setting.Used(call.Integer(0) == 0 ? parameter.Minimum : call.Integer(0) == 1 ? parameter.Maximum : parameter.Default);
        switch (parameter.Type)
        {
            case ParameterType.Choice:
                call.Answer.Mnemonic(parameter.Words[(int)value]);
                break;
            case ParameterType.Number:
                call.Answer.Number(value);
                break;
            default:
                call.Answer.Integer((long)value);
                break;
        }
    }
}
