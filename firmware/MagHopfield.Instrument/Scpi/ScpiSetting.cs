namespace MagHopfield.Instrument.Scpi;

/// <summary>A setting that a command sets and its query reads. *RST gives it its default; MEMory:SAVE stores it under its header.</summary>
public sealed class ScpiSetting
{
    private readonly double _stepsPerUnit;
    private readonly double _mostSteps;
    private double _value;

    /// <summary>A setting at its default.</summary>
    /// <param name="header">Header of its command.</param>
    /// <param name="parameter">What it may be.</param>
    public ScpiSetting(string header, ScpiParameter parameter)
    {
        Header = header;
        Parameter = parameter;
        Value = parameter.Default;
    }

    /// <summary>A setting of which whole steps are used: its value is always the one that is used.</summary>
    /// <param name="header">Header of its command.</param>
    /// <param name="parameter">What it may be.</param>
    /// <param name="stepsPerUnit">Steps in a base unit, above 0.</param>
    /// <param name="mostSteps">Most steps that there are.</param>
    public ScpiSetting(string header, ScpiParameter parameter, double stepsPerUnit, double mostSteps)
        : this(header, parameter)
    {
        _stepsPerUnit = stepsPerUnit;
        _mostSteps = mostSteps;
        Value = parameter.Default;
    }

    /// <summary>Header of its command.</summary>
    public string Header { get; }

    /// <summary>What it may be.</summary>
    public ScpiParameter Parameter { get; }

    /// <summary>Value in the base unit; of a choice the index of the word; of a boolean 0 or 1.</summary>
    public double Value
    {
        get => _value;
        set => _value = Used(value);
    }

    /// <summary>The value as a whole number.</summary>
    public int Integer => (int)Value;

    /// <summary>The value that is used where one is asked for: the nearest whole step that there is.</summary>
    /// <param name="value">Value in the base unit.</param>
    public double Used(double value)
    {
        if (_stepsPerUnit == 0)
        {
            return value;
        }

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
        {
            Value = value;
        }

        return isFit;
    }
}
