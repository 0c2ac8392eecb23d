namespace MagHopfield.BoardClient.Protocol;

/// <summary>The whole answer to a message, its CRC-32 found right.</summary>
/// <param name="Bytes">Answer with its line feed; empty where the message asks nothing, or the board refused it.</param>
/// <param name="ErrorCount">Entries in the board's error queue after the message.</param>
public sealed record Answer(byte[] Bytes, int ErrorCount);
