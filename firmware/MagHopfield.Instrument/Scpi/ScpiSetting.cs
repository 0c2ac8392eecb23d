namespace MagHopfield.Instrument.Scpi;

/// <summary>
/// A setting that a command sets and its query reads. *RST gives it its default; MEMory:SAVE stores it under its header. It is a view of a
/// value that the table keeps, made with its row.
/// </summary>
public sealed class ScpiSetting
{
    private readonly CommandTable _table;
    private readonly SettingId _id;
    private readonly double _stepsPerUnit;
    private readonly double _mostSteps;

    /// <summary>A setting.</summary>
    /// <param name="table">Table that keeps its value.</param>
    /// <param name="id">Which.</param>
    /// <param name="header">Header of its command.</param>
    /// <param name="parameter">What it may be.</param>
    internal ScpiSetting(CommandTable table, SettingId id, string header, ScpiParameter parameter)
        : this(table, id, header, parameter, 0, 0)
    {
    }

    /// <summary>A setting of which whole steps are used: its value is always the one that is used.</summary>
    /// <param name="table">Table that keeps its value.</param>
    /// <param name="id">Which.</param>
    /// <param name="header">Header of its command.</param>
    /// <param name="parameter">What it may be.</param>
    /// <param name="stepsPerUnit">Steps in a base unit, above 0; 0 where any value is used.</param>
    /// <param name="mostSteps">Most steps that there are.</param>
    internal ScpiSetting(CommandTable table, SettingId id, string header, ScpiParameter parameter, double stepsPerUnit, double mostSteps)
    {
        _table = table;
        _id = id;
        Header = header;
        Parameter = parameter;
        _stepsPerUnit = stepsPerUnit;
        _mostSteps = mostSteps;
    }

    /// <summary>Header of its command.</summary>
    public string Header { get; }

    /// <summary>What it may be.</summary>
    public ScpiParameter Parameter { get; }

    /// <summary>Which setting it is.</summary>
    internal SettingId Id => _id;

    /// <summary>Value in the base unit; of a choice the index of the word; of a boolean 0 or 1.</summary>
    public double Value
    {
        get => _table.Value(_id);
        set => _table.SetValue(_id, Used(value));
    }

    /// <summary>The value that is used where one is asked for: the nearest whole step that there is.</summary>
    /// <param name="value">Value in the base unit.</param>
    public double Used(double value)
    {
        if (_stepsPerUnit == 0)
            return value;

        // Divisor: not 0, as was just seen.
        return System.Math.Min(System.Math.Floor(value * _stepsPerUnit + 0.5), _mostSteps) / _stepsPerUnit;
    }

    /// <summary>Takes a value where it may be one.</summary>
    /// <param name="value">Value in the base unit.</param>
    /// <returns>Whether it is in range, and whole where it must be.</returns>
    public bool TrySet(double value)
    {
        bool isFit = value >= Parameter.Minimum && value <= Parameter.Maximum
            && (Parameter.Type == ParameterType.Number || value == (int)value);
        if (isFit)
            Value = value;

        return isFit;
    }

    /// <summary>Gives it its default.</summary>
    internal void Reset() => Value = Parameter.Default;

    /// <summary>Carries out its command.</summary>
    internal void Take(ScpiCall call) => Value = call.Number(0);

    /// <summary>Carries out its query: the value, or its limit or default.</summary>
    internal void Answer(ScpiCall call)
    {
        double value = call.Count == 0 ? Value
            : Used(call.Integer(0) == 0 ? Parameter.Minimum : call.Integer(0) == 1 ? Parameter.Maximum : Parameter.Default);
        switch (Parameter.Type)
        {
            case ParameterType.Choice:
                call.Answer.Mnemonic(Parameter.Words[(int)value]);
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
