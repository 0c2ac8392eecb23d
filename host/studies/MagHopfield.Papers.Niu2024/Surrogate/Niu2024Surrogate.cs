using System.Globalization;
using System.Text.Json.Serialization;
using MagHopfield.Devices;
using MagHopfield.Film.Learning;
using MagHopfield.Film.Parameters;
using MagHopfield.FilmStudies.Films;
using MagHopfield.FilmStudies.Json;
using MagHopfield.Papers.Niu2024.Figure3;
using MagHopfield.Papers.Niu2024.FourNodes;
using MagHopfield.Shared;
using MagHopfield.Store;

namespace MagHopfield.Papers.Niu2024.Surrogate;

/// <summary>
/// Eq. 2 of Niu et al., PNAS 2024, fitted to the simulated film: all patterns by long pulses for its levels, a random sequence of short
/// pulses for its rates, another to state the error.
/// </summary>
/// <param name="film">The film.</param>
public sealed class Niu2024Surrogate(FilmParameters film)
{
    // Of Fig. 4, for the film's own patterns beside those of the surrogate.
    private const double Volts = 5;

    /// <summary>Amplitude of the pulses in volts.</summary>
    public double Voltage { get; init; } = 3;

    /// <summary>
    /// Width of a pulse in seconds: short enough that learning takes several, see <see cref="Figure3Parameters.PulseLength"/>.
    /// </summary>
    public double PulseWidth { get; init; } = 2e-9;

    /// <summary>Pulses of each sequence.</summary>
    public int Pulses { get; init; } = 300;

    /// <summary>Largest number of pulses of one pattern in a row.</summary>
    public int LongestHold { get; init; } = 30;

    /// <summary>Records and fits.</summary>
    /// <param name="store">Keeps what is done through an interruption.</param>
    /// <param name="progress">Is told how far the run is.</param>
    /// <param name="cancellation">Ends it early.</param>
    public SurrogateResult Run(ResultStore store, IProgress<StudyProgress>? progress, CancellationToken cancellation)
    {
        SevenPatterns seven = SevenPatterns.Train(store, film, Volts, [], null, cancellation);
        LearningParts records = store.Part(
            PartKey.Of("surrogate, what the film learns", FilmDocument.Of(film).Hash, Numbers),
            LearningJson.Default.LearningParts,
            () => Learn(progress, cancellation),
            cancellation);
        OjaSurrogate surrogate = OjaFit.Of(records.AtRest, records.Fitted, records.HeldOut, film.Name, records.Gold);
        return new SurrogateResult(
            film, surrogate, records.Fitted, records.HeldOut, (seven.Landscapes(0, 0).Count(l => l.IsLearned), Learned(surrogate)));
    }

    private string Numbers => string.Create(CultureInfo.InvariantCulture, $"{Voltage:R} {PulseWidth:R} {Pulses} {LongestHold}");

    // One film learns all three sequences, one after the other.
    private LearningParts Learn(IProgress<StudyProgress>? progress, CancellationToken cancellation)
    {
        MicromagneticFilm magnet = MicromagneticFilm.Prepare(film with { Simulation = film.Simulation.WithoutRest() }, cancellation);
        Pattern[] patterns = WiringGeometry.All(film.NodeCount);
        LearningRecord atRest = LearningRecord.Of(
            magnet, patterns, Voltage, SevenPatterns.PulseWidth,
            done =>
                progress?.Report(
                    new StudyProgress($"long pulse {done} of {patterns.Length}", 0.2 + 0.1 * done / patterns.Length)), cancellation);
        LearningRecord Record(int seed, double from, double to) => LearningRecord.Of(
            magnet, LearningRecord.RandomSequence(film.NodeCount, Pulses, LongestHold, seed), Voltage, PulseWidth,
            done => progress?.Report(new StudyProgress($"pulse {done} of {Pulses}", from + (to - from) * done / Pulses)), cancellation);
        LearningRecord fitted = Record(1, 0.3, 0.65);
        return new LearningParts(atRest, fitted, Record(2, 0.65, 1), magnet.Gold!.Conductance);
    }

    private int Learned(OjaSurrogate surrogate)
    {
        OjaFilm quick = new(surrogate);
        Pattern[] patterns = WiringGeometry.All(surrogate.NodeCount);
        ReferenceConductance reference = new();
        ConductanceMatrix[] trained = [.. patterns.Select(p =>
        {
            quick.ApplyPulse(p.Voltages(Voltage), SevenPatterns.PulseWidth, CancellationToken.None);
            reference.Include(quick.Conductance);
            return quick.Conductance;
        })];
        ConductanceMatrix average = reference.Average();
        return patterns.Where((p, k) => EnergyLandscape.Of(WeightMatrix.FromConductance(trained[k], average), p).IsLearned).Count();
    }
}

/// <summary>What a film learns of three sequences of pulses.</summary>
/// <param name="AtRest">Of long pulses.</param>
/// <param name="Fitted">Of the sequence that is fitted.</param>
/// <param name="HeldOut">Of the one that the fit does not see.</param>
/// <param name="Gold">Conductance of its gold in siemens.</param>
internal sealed record LearningParts(LearningRecord AtRest, LearningRecord Fitted, LearningRecord HeldOut, ConductanceMatrix Gold);

/// <summary>Their form in JSON as a part that is kept, which loses no bit.</summary>
[JsonSourceGenerationOptions(
    IgnoreReadOnlyProperties = true,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    Converters = [typeof(ConductanceJson), typeof(PatternJson)])]
[JsonSerializable(typeof(LearningParts))]
internal sealed partial class LearningJson : JsonSerializerContext;
