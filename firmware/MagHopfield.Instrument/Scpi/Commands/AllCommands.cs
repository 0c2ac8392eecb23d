namespace MagHopfield.Instrument.Scpi.Commands;

/// <summary>Every command of the instrument, file by file; an object of a file lives while one of its rows is made.</summary>
public sealed class AllCommands : ICommandFiles
{
    /// <inheritdoc />
    public int Count => 15;

    /// <inheritdoc />
    public void AddTo(int file, CommandRows rows)
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
