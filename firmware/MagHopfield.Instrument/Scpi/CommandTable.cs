using MagHopfield.Instrument.Board;
using MagHopfield.Instrument.Measure;
using MagHopfield.Shared.Scpi;

namespace MagHopfield.Instrument.Scpi;

/// <summary>
/// All commands of an instrument. Each is declared once, in the folder Commands; parser, SYSTem:HELP, *RST, MEMory:SAVE and docs/scpi.md
/// take from it what they need. The table holds the headers, packed, and the values of the settings; a row is made when it is asked for.
/// </summary>
public abstract class CommandTable
{
    private readonly byte[] _first;
    private readonly byte[] _settingRows = new byte[(int)SettingId.Count];
    private readonly double[] _values = new double[(int)SettingId.Count];

    /// <summary>The table of an instrument.</summary>
    /// <param name="files">Number of files of commands.</param>
    /// <param name="nodeCount">Number of nodes N.</param>
    /// <param name="limits">What a training pulse may be.</param>
    /// <param name="filterDivider">FS of the ADC's filter that is the default.</param>
    protected CommandTable(int files, int nodeCount, PulseLimits limits, int filterDivider)
    {
        _first = new byte[files + 1];
        NodeCount = nodeCount;
        Limits = limits;
        FilterDivider = filterDivider;
        for (int file = 0; file < files; file++)
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

        _first[files] = (byte)Count;
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

    /// <summary>Goes through the rows of a file.</summary>
    /// <param name="file">0 … number of files − 1.</param>
    /// <param name="rows">Takes the row that is wanted.</param>
    protected abstract void AddTo(int file, CommandRows rows);

    private ScpiCommand? Row(int file, int row)
    {
        CommandRows rows = new CommandRows(this, row);
        AddTo(file, rows);
        return rows.Row;
    }
}
