using MagHopfield.Instrument.Scpi.Commands;
using MagHopfield.Instrument.Train;
using MagHopfield.Shared.Scpi;

namespace MagHopfield.Instrument.Scpi;

/// <summary>
/// All commands of an instrument. Each is declared once, in the folder Commands; parser, SYSTem:HELP, *RST, MEMory:SAVE and docs/scpi.md
/// take from it what they need. The table holds the headers, packed, and the values of the settings; a row is made when it is asked for.
/// </summary>
public sealed class CommandTable
{
    private const int Files = 15;

    private readonly byte[] _first = new byte[Files + 1];
    private readonly byte[] _settingRows = new byte[(int)SettingId.Count];
    private readonly double[] _values = new double[(int)SettingId.Count];

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
        Limits = limits;
        FilterDivider = filterDivider;
        for (int file = 0; file < Files; file++)
        {
            _first[file] = (byte)Count;
            for (ScpiCommand? row = Row(file, 0); row != null; row = Row(file, Count - _first[file]))
            {
                Tree.Add(row.Header, row.Command != null ? Count : -1, row.Query != null ? Count : -1);
                if (row.Setting != null)
                {
                    _settingRows[(int)row.Setting.Id] = (byte)Count;
                    row.Setting.Reset();
                }

                Count++;
            }
        }

        _first[Files] = (byte)Count;
        Tree.Pack();
    }

    /// <summary>Number of nodes N.</summary>
    public int NodeCount { get; }

    /// <summary>Number of rows.</summary>
    public int Count { get; private set; }

    /// <summary>Headers.</summary>
    public CommandTree Tree { get; } = new CommandTree();

    /// <summary>What a training pulse may be.</summary>
    internal PulseLimits Limits { get; }

    /// <summary>FS of the ADC's filter that is the default.</summary>
    internal int FilterDivider { get; }

    /// <summary>A row, made anew each time.</summary>
    /// <param name="index">0 … <see cref="Count"/> − 1.</param>
    public ScpiCommand this[int index]
    {
        get
        {
            int file = 0;
            while (index >= _first[file + 1])
                file++;

            return Row(file, index - _first[file])!;
        }
    }

    /// <summary>Value of a setting in its base unit.</summary>
    internal double Value(SettingId setting) => _values[(int)setting];

    /// <summary>Sets the value of a setting, as it is.</summary>
    internal void SetValue(SettingId setting, double value) => _values[(int)setting] = value;

    /// <summary>A setting with all that is to say of it.</summary>
    internal ScpiSetting Setting(SettingId setting) => this[_settingRows[(int)setting]].Setting!;

    /// <summary>Gives every setting its default.</summary>
    internal void Reset()
    {
        for (SettingId setting = 0; setting < SettingId.Count; setting++)
            Setting(setting).Reset();
    }

    private ScpiCommand? Row(int file, int row)
    {
        CommandRows rows = new CommandRows(this, row);
        switch (file)
        {
            case 0:
                new CommonCommands().AddTo(rows);
                break;
            case 1:
                new SystemCommands().AddTo(rows);
                break;
            case 2:
                new ControlCommands().AddTo(rows);
                break;
            case 3:
                new StatusCommands().AddTo(rows);
                break;
            case 4:
                new FormatCommands().AddTo(rows);
                break;
            case 5:
                new PulseCommands().AddTo(rows);
                break;
            case 6:
                new MeasureCommands().AddTo(rows);
                break;
            case 7:
                new CalibrationCommands().AddTo(rows);
                break;
            case 8:
                new PairBits().AddTo(rows);
                break;
            case 9:
                new WeightCommands().AddTo(rows);
                break;
            case 10:
                new RecallCommands().AddTo(rows);
                break;
            case 11:
                new LogicCommands().AddTo(rows);
                break;
            case 12:
                new DisplayCommands().AddTo(rows);
                break;
            case 13:
                new MemoryCommands().AddTo(rows);
                break;
            default:
                new DiagnosticCommands().AddTo(rows);
                break;
        }

        return rows.Row;
    }
}
