using System.Text.Json.Serialization;
using MagHopfield.BoardStudies.Agreement;
using MagHopfield.Film.Learning;
using MagHopfield.Film.Parameters;
using MagHopfield.FilmStudies.Json;
using MagHopfield.FilmStudies.Pictures;
using MagHopfield.Shared;

namespace MagHopfield.BoardStudies.EndToEnd;

/// <summary>The machine-readable result of an end-to-end run. SI units; each key with a unit ends in it.</summary>
internal static class EndToEndJson
{
    /// <summary>The data.</summary>
    /// <param name="result">Result.</param>
    public static IReadOnlyList<StudyData> Of(EndToEndResult result) => StudyData.All(Content(result), EndToEndForms.Default);

    private static Dictionary<string, object> Content(EndToEndResult result)
    {
        int n = result.Film.NodeCount;
        return new Dictionary<string, object>
        {
            ["film"] = result.Film,
            ["board_seed"] = result.Parameters.Board.Seed,
            ["calibration_voltage_V"] = result.Parameters.CalibrationVoltage,
            ["calibration_width_s"] = result.Parameters.CalibrationWidth,
            ["measurement_budget_relative"] = result.Parameters.MeasurementBudget,
            ["averages"] = result.Parameters.Averages,
            ["board_time_s"] = result.BoardSeconds,
            ["spi_frames"] = result.SpiFrames,
            ["pairs"] = PairName.All(n),
            ["shunts_of_R_REF"] = result.Shunts.Ratios,
            ["shunts_relative_error"] = result.Shunts.RelativeError,
            ["reference_minimum_S"] = result.Reference.Minimum.ToPairs(),
            ["reference_maximum_S"] = result.Reference.Maximum.ToPairs(),
            ["hazards"] = result.Hazards.Select(h => h.ToString()).ToArray(),
            ["trainings"] = result.Trainings.Select(t => Training(t, n)).ToArray(),
        };
    }

    private static Dictionary<string, object> Training(TrainingResult t, int n) => new()
    {
        ["pattern"] = t.Training.Pattern.ToString(),
        ["voltage_V"] = t.Training.Voltage,
        ["width_s"] = t.Training.Width,
        ["pulses"] = t.Training.Pulses,
        ["passes"] = t.Passes,
        ["last_pulse"] = t.Pulse,
        ["conductance_measured_S"] = Rows(t.Measurement.Conductance),
        ["conductance_simulated_S"] = Rows(t.Simulated),
        ["standard_errors_S"] = t.Measurement.StandardErrors,
        ["largest_group_deviation_relative"] = t.Measurement.LargestGroupDeviation,
        ["reduced_chi_square"] = t.Measurement.ReducedChiSquare,
        ["measurement_time_s"] = 1e-6 * t.Measurement.DurationMicroseconds,
        ["readings"] = t.Measurement.ReadingCount,
        ["cross_check"] = t.CrossCheck.Rows.ToArray(),
        ["cross_check_passes"] = t.CrossCheck.Passes,
        ["weights_S"] = Enumerable.Range(0, n).Select(i => Enumerable.Range(0, n).Select(j => t.Weights[i, j]).ToArray()).ToArray(),
        ["field_resolution_S"] = t.FieldResolution,
        ["energies_W"] = t.Energies.Select((e, s) => new KeyValuePair<string, double>(Pattern.FromState(s, n).ToString(), e)).ToArray(),
        ["minimum_is_trained"] = t.MinimumIsTrained,
        ["margin_W"] = t.Margin,
        ["recalls"] = t.Recalls.Select(Recall).ToArray(),
        ["history_time_s"] = t.Times.ToArray(),
        ["history_conductance_S"] = t.Samples.ToArray(),
    };

    private static Dictionary<string, object> Recall(RecallOutcome r) => new()
    {
        ["start"] = r.Start.ToString(),
        ["expected"] = r.Expected.ToString(),
        ["mode"] = r.Mode.ToString(),
        ["recalled"] = r.Result.State.ToString(),
        ["iterations"] = r.Result.Iterations,
        ["stable"] = r.Result.IsStable,
        ["panel"] = r.OnPanel.ToString(),
        ["right"] = r.Right,
        ["same_sign"] = r.SameSign,
    };

    private static double[][] Rows(ConductanceMatrix g) =>
        [.. Enumerable.Range(0, g.NodeCount).Select(i => Enumerable.Range(0, g.NodeCount).Select(j => g[i, j]).ToArray())];
}

/// <summary>Forms in JSON of what it is made of.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    UseStringEnumConverter = true,
    IncludeFields = true,
    Converters = [typeof(ShapeJson), typeof(PatternJson)])]
[JsonSerializable(typeof(FilmParameters))]
[JsonSerializable(typeof(Dictionary<string, object>))]
[JsonSerializable(typeof(Dictionary<string, object>[]))]
[JsonSerializable(typeof(CrossCheckRow[]))]
[JsonSerializable(typeof(IntegratedPulse))]
[JsonSerializable(typeof(KeyValuePair<string, double>[]))]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(double[][]))]
[JsonSerializable(typeof(int))]
[JsonSerializable(typeof(long))]
[JsonSerializable(typeof(bool))]
internal sealed partial class EndToEndForms : JsonSerializerContext;
