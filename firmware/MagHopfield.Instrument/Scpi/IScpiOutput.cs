namespace MagHopfield.Instrument.Scpi;

/// <summary>
/// The way back to a client. It is called on the thread that hands over its bytes and on the one that runs the long operations, never on
/// both at once. An exception means that the link is lost.
/// </summary>
public interface IScpiOutput
{
    /// <summary>Sends bytes of an answer; the last one of an answer is a line feed.</summary>
    /// <param name="buffer">Array that holds them; used again after the call.</param>
    /// <param name="offset">First byte.</param>
    /// <param name="count">Number of bytes.</param>
    void Write(byte[] buffer, int offset, int count);

    /// <summary>
    /// Tells that a program message that ended in a line feed is done: its answer, where it has one, is written, and every unit of it is
    /// executed, refused, dropped, or (an operation without an answer) begun. Once for each message, in their order.
    /// </summary>
    void EndMessage();
}
