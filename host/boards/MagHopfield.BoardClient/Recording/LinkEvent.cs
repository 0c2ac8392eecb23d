namespace MagHopfield.BoardClient.Recording;

/// <summary>Bytes that went over a link at once.</summary>
/// <param name="Time">Time since the link was opened.</param>
/// <param name="ToBoard">Whether they went to the board.</param>
/// <param name="Bytes">The bytes.</param>
public sealed record LinkEvent(TimeSpan Time, bool ToBoard, byte[] Bytes);
