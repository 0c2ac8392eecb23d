namespace MagHopfield.BoardClient.Protocol;

/// <summary>How long to wait for the board, and how often to try.</summary>
public sealed record LinkPatience
{
    /// <summary>Longest silence of the link in the middle of an exchange.</summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Longest time from sending a message until its answer is whole, however busy the link is.</summary>
    public TimeSpan Exchange { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Times that a message is sent before the link is given up.</summary>
    public int Attempts { get; init; } = 4;

    /// <summary>Longest time of one training, measurement, calibration or self-test.</summary>
    public TimeSpan Operation { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>Bytes of an answer beyond which it is taken for noise.</summary>
    public int LargestAnswer { get; init; } = 4 << 20;
}
