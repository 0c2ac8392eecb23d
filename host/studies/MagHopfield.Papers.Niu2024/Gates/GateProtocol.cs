using System.Text.Json.Serialization;

namespace MagHopfield.Papers.Niu2024.Gates;

/// <summary>One way of preparing, measuring and weighing a film, and the gates that come of it.</summary>
/// <param name="Name">What was done.</param>
/// <param name="Gates">In the order of <see cref="GateTable.Published"/>.</param>
/// <param name="Learned">Of the seven patterns, those lowest in energy under the same protocol.</param>
public sealed record GateProtocol(string Name, IReadOnlyList<GateTable> Gates, int Learned)
{
    /// <summary>How many gates are as published.</summary>
    public int Right => GateTable.Right(Gates);

    /// <summary>Smallest margin of the four in siemens, negative where a gate is another than published.</summary>
    public double Margin => (Right == Gates.Count ? 1 : -1) * Gates.Min(g => g.Margin);
}

/// <summary>Its form in JSON as a part that is kept, which loses no bit.</summary>
[JsonSourceGenerationOptions(
    IgnoreReadOnlyProperties = true, NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[JsonSerializable(typeof(GateProtocol[]))]
internal sealed partial class ProtocolJson : JsonSerializerContext;
