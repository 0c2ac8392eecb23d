namespace MagHopfield.DeviceMemory.Tests.Device;

/// <summary>What the interpreter itself keeps on the heap beside the program's objects (nf-interpreter a3e8139, 32-bit target).</summary>
internal static class RuntimeObjects
{
    // CLR_RT_Thread with its six nested exceptions, CLR_RT_SubThread, the delegate of what it runs.
    private const int ThreadBytes = 372;
    private const int SubThreadBytes = 48;
    private const int DelegateBytes = 36;

    // CLR_RT_HeapBlock_Lock, its owner and the request of who waits.
    private const int LockBytes = 60 + 24 + 36;

    /// <summary>A thread without its frames.</summary>
    public static int Thread => DeviceSizes.Rounded(ThreadBytes) + SubThreadBytes + DelegateBytes;

    /// <summary>
    /// Before Main: the thread that ran the static constructors, kept for the next, that of Main, and the exception for a full heap.
    /// </summary>
    public static int BeforeMain => (2 * Thread) + DeviceSizes.Object(4);

    /// <summary>
    /// While the head runs, beside the threads before Main, of which one by then serves the UART: the thread of the watchdog's timer with a
    /// frame and the timer; locks of two threads, three deep; the frame of Main.
    /// </summary>
    public static int WhileRunning =>
        Thread + DeviceSizes.Frame(2, 4) + DeviceSizes.Object(7) + (6 * DeviceSizes.Rounded(LockBytes)) + DeviceSizes.Frame(20, 10);
}
