using System.Runtime.InteropServices;

namespace MagHopfield.BoardServer.Serving;

/// <summary>A pseudo-terminal: a serial port without a wire, whose other end is this program (Linux).</summary>
public sealed partial class PseudoTerminal : IDisposable
{
    private const int ReadWrite = 2;
    private const int NoControllingTerminal = 0x100;
    private const int NonBlocking = 0x800;
    private const short PollIn = 1;
    private const short PollOut = 4;
    private const short PollHangUp = 16;
    private const int Interrupted = 4;
    private const int TryAgain = 11;
    private const int PatienceMilliseconds = 5000;
    private const int Now = 0;
    private const int OutputQueue = 1;
    private const int MoreThanATermios = 256;
    private int _master;

    /// <summary>Makes a pseudo-terminal in raw mode.</summary>
    /// <exception cref="IOException">The system has none to give.</exception>
    public PseudoTerminal()
    {
        if (!OperatingSystem.IsLinux())
            throw new IOException("pseudo-terminals are there on Linux only; serve the board with --tcp PORT instead.");

        _master = Check(OpenPseudoTerminal(ReadWrite | NoControllingTerminal | NonBlocking), "opened");
        Check(Grant(_master), "granted");
        Check(Unlock(_master), "unlocked");
        byte[] name = new byte[128];
        Check(Name(_master, name, (nuint)name.Length) == 0 ? 0 : -1, "named");
        DeviceName = System.Text.Encoding.ASCII.GetString(name, 0, Array.IndexOf(name, (byte)0));
        SetRaw();

        // The hang-up by which a missing client is known is there only after a first one has left.
        Close(Check(Open(DeviceName, ReadWrite | NoControllingTerminal), "opened by its name"));
        SetRaw();
    }

    /// <summary>Path of the device that a client opens, as in "/dev/pts/5".</summary>
    public string DeviceName { get; }

    /// <summary>
    /// Puts the line into raw mode: no echo, no translation of line ends. The system resets it whenever the last client has closed the
    /// device.
    /// </summary>
    public void SetRaw()
    {
        byte[] termios = new byte[MoreThanATermios];
        if (GetAttributes(_master, termios) == 0)
        {
            MakeRaw(termios);
            SetAttributes(_master, Now, termios);
        }
    }

    /// <summary>Waits for bytes of a client.</summary>
    /// <param name="buffer">Takes the bytes.</param>
    /// <param name="milliseconds">Longest time to wait.</param>
    /// <param name="isOpen">Whether a client has the device open.</param>
    /// <returns>Number of bytes, 0 where none came.</returns>
    public int Read(byte[] buffer, int milliseconds, out bool isOpen)
    {
        PollDescriptor descriptor = new() { FileDescriptor = _master, Events = PollIn };
        int ready = Poll(ref descriptor, 1, milliseconds);
        isOpen = ready >= 0 && (descriptor.ReturnedEvents & PollHangUp) == 0;
        if (ready <= 0 || (descriptor.ReturnedEvents & PollIn) == 0)
            return 0;

        // What a client wrote before it closed the device still comes.
        return (int)Math.Max(0, Read(_master, buffer, (nuint)buffer.Length));
    }

    /// <summary>Sends bytes to the client.</summary>
    /// <param name="buffer">Array that holds them.</param>
    /// <param name="offset">First byte.</param>
    /// <param name="count">Number of bytes.</param>
    /// <exception cref="IOException">The device is gone.</exception>
    public unsafe void Write(byte[] buffer, int offset, int count)
    {
        long begun = Environment.TickCount64;
        fixed (byte* start = buffer)
        {
            while (count > 0)
            {
                nint written = Write(_master, start + offset, (nuint)count);
                int error = Marshal.GetLastPInvokeError();
                if (written > 0)
                {
                    offset += (int)written;
                    count -= (int)written;
                }
                else if (error == TryAgain && Environment.TickCount64 - begun < PatienceMilliseconds)
                {
                    PollDescriptor descriptor = new() { FileDescriptor = _master, Events = PollOut };
                    Poll(ref descriptor, 1, 100);
                }
                else if (error != Interrupted)
                {
                    throw new IOException($"{DeviceName} takes no bytes: {Marshal.GetPInvokeErrorMessage(error)}.");
                }
            }
        }
    }

    /// <summary>Drops what was sent and not read.</summary>
    public void DropUnread() => Flush(_master, OutputQueue);

    /// <summary>Closes the pseudo-terminal; a client's next read fails.</summary>
    public void Dispose()
    {
        if (_master >= 0)
        {
            Close(_master);
            _master = -1;
        }
    }

    private static int Check(int result, string what) => result >= 0
        ? result
        : throw new IOException(
            $"a pseudo-terminal could not be {what}: {Marshal.GetLastPInvokeErrorMessage()}; serve the board with --tcp PORT instead.");

    [LibraryImport("libc", EntryPoint = "posix_openpt", SetLastError = true)]
    private static partial int OpenPseudoTerminal(int flags);

    [LibraryImport("libc", EntryPoint = "grantpt", SetLastError = true)]
    private static partial int Grant(int descriptor);

    [LibraryImport("libc", EntryPoint = "unlockpt", SetLastError = true)]
    private static partial int Unlock(int descriptor);

    [LibraryImport("libc", EntryPoint = "ptsname_r")]
    private static partial int Name(int descriptor, [Out] byte[] name, nuint length);

    [LibraryImport("libc", EntryPoint = "tcflush", SetLastError = true)]
    private static partial int Flush(int descriptor, int queue);

    [LibraryImport("libc", EntryPoint = "tcgetattr", SetLastError = true)]
    private static partial int GetAttributes(int descriptor, [In, Out] byte[] termios);

    [LibraryImport("libc", EntryPoint = "tcsetattr", SetLastError = true)]
    private static partial int SetAttributes(int descriptor, int when, [In, Out] byte[] termios);

    [LibraryImport("libc", EntryPoint = "cfmakeraw")]
    private static partial void MakeRaw([In, Out] byte[] termios);

    [LibraryImport("libc", EntryPoint = "poll", SetLastError = true)]
    private static partial int Poll(ref PollDescriptor descriptors, nuint count, int milliseconds);

    [LibraryImport("libc", EntryPoint = "read", SetLastError = true)]
    private static partial nint Read(int descriptor, [Out] byte[] buffer, nuint count);

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    private static unsafe partial nint Write(int descriptor, byte* buffer, nuint count);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int descriptor);

    [StructLayout(LayoutKind.Sequential)]
    private struct PollDescriptor
    {
        public int FileDescriptor;
        public short Events;
        public short ReturnedEvents;
    }
}
