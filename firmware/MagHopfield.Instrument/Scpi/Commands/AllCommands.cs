using MagHopfield.Instrument.Board;

namespace MagHopfield.Instrument.Scpi.Commands;

/// <summary>Every command of the instrument, file by file; an object of a file lives while one of its rows is made.</summary>
public sealed class AllCommands : CommandTable
{
    private const int Files = 15;

    /// <summary>The commands of an instrument.</summary>
    /// <param name="instrument">Instrument.</param>
    public AllCommands(HopfieldInstrument instrument)
        : this(instrument.NodeCount, instrument.Settings.Limits, instrument.Settings.FilterDivider)
    {
    }

    /// <summary>The commands of an instrument with these properties.</summary>
    /// <param name="nodeCount">Number of nodes N.</param>
    /// <param name="limits">What a training pulse may be.</param>
    /// <param name="filterDivider">FS of the ADC's filter that is the default.</param>
    public AllCommands(int nodeCount, PulseLimits limits, int filterDivider)
        : base(Files, nodeCount, limits, filterDivider)
    {
    }

    /// <inheritdoc />
    protected override void AddTo(int file, CommandRows rows)
    {
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
    }
}
