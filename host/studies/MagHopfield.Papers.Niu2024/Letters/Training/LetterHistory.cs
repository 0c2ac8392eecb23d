using System.Text.Json.Serialization;
using MagHopfield.FilmStudies.Json;
using MagHopfield.Shared;

namespace MagHopfield.Papers.Niu2024.Letters.Training;

/// <summary>What a training left: G after every letter, and the textures of the first and the last epoch.</summary>
/// <param name="Saturated">G in siemens of the film magnetised out of the plane, the paper's 1 T reference.</param>
/// <param name="Lessons">One entry a letter, in the order taught.</param>
/// <param name="Textures">Textures after the letters of the first and the last epoch.</param>
/// <param name="FieldSeconds">
/// Wall-clock time of the Landau-Lifshitz-Gilbert equation in seconds, as it was when the case was computed.
/// </param>
/// <param name="ConductanceSeconds">Wall-clock time of all G in seconds.</param>
public sealed record LetterHistory(
    ConductanceMatrix Saturated,
    IReadOnlyList<Lesson> Lessons,
    IReadOnlyList<LetterTexture> Textures,
    double FieldSeconds,
    double ConductanceSeconds)
{
    /// <summary>Number of epochs.</summary>
    public int Epochs => Lessons.Count == 0 ? 0 : Lessons[^1].Epoch;

    /// <summary>The lessons of an epoch, from 1.</summary>
    public IReadOnlyList<Lesson> Of(int epoch) => [.. Lessons.Where(l => l.Epoch == epoch)];
}

/// <summary>Its form in JSON as a part that is kept, which loses no bit.</summary>
[JsonSourceGenerationOptions(
    IgnoreReadOnlyProperties = true,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    Converters = [typeof(ConductanceJson), typeof(SinglesJson)])]
[JsonSerializable(typeof(LetterHistory))]
internal sealed partial class HistoryJson : JsonSerializerContext;
