using MagHopfield.Instrument.Measure;

namespace MagHopfield.BoardStudies.Budget;

/// <summary>A way to measure, for which an error budget is made.</summary>
/// <param name="Name">Name in tables.</param>
/// <param name="Scheme">Which wirings.</param>
/// <param name="Calibrated">Whether the shunts were compared with R_REF before.</param>
public sealed record BudgetCase(string Name, MeasurementScheme Scheme, bool Calibrated)
{
    /// <summary>Tolerance of a shunt, relative; its value lies evenly within it. 10⁻⁴: foil.</summary>
    public double ShuntTolerance { get; init; } = 1e-4;

    /// <summary>Tolerance of R_REF, relative.</summary>
    public double ReferenceTolerance { get; init; } = 1e-4;

    /// <summary>Temperature coefficient of a shunt within ±, per kelvin: 0.2 ppm/K (foil, typical).</summary>
    public double ShuntDrift { get; init; } = 0.2e-6;

    /// <summary>Temperature coefficient of R_REF within ±, per kelvin.</summary>
    public double ReferenceDrift { get; init; } = 0.2e-6;

    /// <summary>Change of temperature in kelvin since the resistors had their value: since the calibration, or since 25 °C.</summary>
    public double TemperatureChange { get; init; } = 10;

    /// <summary>FS of the ADC's filter: a reading takes 156.25 µs × FS.</summary>
    public int FilterDivider { get; init; } = 32;

    /// <summary>Rounds over all wirings.</summary>
    public int Averages { get; init; } = 1;

    /// <summary>Rounds of the calibration of the shunts.</summary>
    public int CalibrationRounds { get; init; } = 16;

    /// <summary>The paper's geometries with shunts as bought.</summary>
    public static BudgetCase Seven { get; } = new("SEVen, shunts as bought", MeasurementScheme.Seven, false);

    /// <summary>The paper's geometries after calibration of the shunts.</summary>
    public static BudgetCase SevenCalibrated { get; } = new("SEVen, shunts calibrated", MeasurementScheme.Seven, true);

    /// <summary>Kelvin injections, whose current is read on R_REF.</summary>
    public static BudgetCase Kelvin { get; } = new("KELVin", MeasurementScheme.Kelvin, false);

    /// <summary>Thin-film shunts of 0.1 % and 5 ppm/K beside a foil R_REF, calibrated: four foil resistors saved.</summary>
    public static BudgetCase ThinFilm { get; } = new("SEVen, thin-film shunts calibrated", MeasurementScheme.Seven, true)
    {
        ShuntTolerance = 1e-3,
        ShuntDrift = 5e-6,
    };

    /// <summary>The four ways that the budget compares.</summary>
    public static IReadOnlyList<BudgetCase> All { get; } = [Seven, SevenCalibrated, Kelvin, ThinFilm];
}
