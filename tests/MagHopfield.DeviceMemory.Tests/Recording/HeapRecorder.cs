using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;
using MagHopfield.DeviceMemory.Tests.Device;

namespace MagHopfield.DeviceMemory.Tests.Recording;

/// <summary>
/// Counts what the firmware's code has made and still holds, in the device's sizes. <see cref="RecordingWeaver"/> puts a call to it behind
/// each place where an object comes to be; whether one is still alive, .NET's garbage collector says, for which a local variable is a
/// root, as it is for the device's. A collection is made whenever what was made since the last one might have passed the peak.
/// </summary>
public static class HeapRecorder
{
    // The peak is found to so many bytes, which are added to it.
    private const int Slack = 256;
    private const int StackEvery = 64;

    private static readonly Dictionary<Type, FieldInfo[]> TextFields = [];
    private static readonly Dictionary<string, object> Roots = [];
    private static readonly Dictionary<MethodBase, int> FramesOfMethods = [];
    private static ConditionalWeakTable<object, Made> _made = [];
    private static IReadOnlyDictionary<string, int> _frames = new Dictionary<string, int>();
    private static Assembly[] _recorded = [];
    private static int _live;
    private static int _since;
    private static int _calls;
    private static bool _isBusy;
    private static bool _isOn;
    private static bool _isSampled;

    /// <summary>Largest number of bytes that were alive at once since <see cref="Restart"/>.</summary>
    public static int Peak { get; private set; }

    /// <summary>What held them.</summary>
    public static HolderTree Holders { get; private set; } = new();

    /// <summary>Largest stack of each thread in bytes: 0 the instrument's, 1 that of the link.</summary>
    public static int[] Stacks { get; } = new int[2];

    /// <summary>Thread that the code which runs would have on the device.</summary>
    public static int Thread { get; set; }

    /// <summary>Begins.</summary>
    /// <param name="assemblies">The woven assemblies.</param>
    /// <param name="frameBytes">Bytes of a stack frame by <see cref="FrameKey(MethodBase)"/>.</param>
    public static void Begin(Assembly[] assemblies, IReadOnlyDictionary<string, int> frameBytes)
    {
        _recorded = assemblies;
        _frames = frameBytes;
        _isOn = true;
    }

    /// <summary>Does something that the device does not: what it makes is not counted.</summary>
    public static T Aside<T>(Func<T> work)
    {
        bool was = _isOn;
        _isOn = false;
        try
        {
            return work();
        }
        finally
        {
            _isOn = was;
        }
    }

    /// <summary>Names an object from which a walk begins.</summary>
    public static void Root(string name, object root) => Roots[name] = root;

    /// <summary>Takes a name back.</summary>
    public static void Unroot(string name) => Roots.Remove(name);

    /// <summary>Counts from here on. The static constructors must have run: a look at a static field would run them.</summary>
    /// <returns>Bytes alive now.</returns>
    public static int Restart()
    {
        _isSampled = true;
        Peak = 0;
        Array.Clear(Stacks);
        Sample();
        return _live;
    }

    /// <summary>Bytes alive now.</summary>
    public static int Live()
    {
        Sample();
        return _live;
    }

    /// <summary>An object was made.</summary>
    public static void Track(object? instance)
    {
        if (_isOn && instance != null)
            Add(instance, DeviceSizes.Of(instance));
    }

    /// <summary>A call into the library gave a string or an array; it may be one that is known.</summary>
    public static void TrackForeign(object? instance)
    {
        if (_isOn && instance is string { Length: > 0 } or Array && !_made.TryGetValue(instance, out _))
            Add(instance, DeviceSizes.Of(instance));
    }

    /// <summary>A literal was loaded, of which the device makes a new head each time. The empty one, of which .NET has only one, is counted
    /// where a field holds it.</summary>
    public static string Literal(string text)
    {
        if (!_isOn || text.Length == 0)
            return text;

        string loaded = new(text.AsSpan());
        Add(loaded, DeviceSizes.Block);
        return loaded;
    }

    /// <summary>Key of a method in the table of _frames.</summary>
    public static string FrameKey(MethodBase method) =>
        $"{method.DeclaringType!.FullName!.Replace('+', '/')}::{method.Name}"
        + $"({string.Join(',', method.GetParameters().Select(p => p.ParameterType.Name))})";

    private static void Add(object instance, int bytes)
    {
        if (_isBusy)
            return;

        _made.AddOrUpdate(instance, new Made(bytes));
        _since += bytes;
        if (_isSampled && _live + _since > Peak + Slack)
            Sample();
        else if (++_calls % StackEvery == 0)
            MeasureStack();
    }

    private static void Sample()
    {
        _isBusy = true;
        MeasureStack();
        GC.Collect(2, GCCollectionMode.Forced, true);
        _since = 0;
        _live = 0;
        foreach ((object instance, Made entry) in _made)
            _live += entry.Bytes + EmptyTexts(instance);

        if (_live > Peak)
        {
            Peak = _live;
            Holders = Walk();
        }

        _isBusy = false;
    }

    private static int EmptyTexts(object instance)
    {
        if (instance is string or Array or Delegate)
            return 0;

        int bytes = 0;
        foreach (FieldInfo field in TextFieldsOf(instance.GetType()))
            bytes += ReferenceEquals(field.GetValue(instance), string.Empty) ? DeviceSizes.Block : 0;

        return bytes;
    }

    private static FieldInfo[] TextFieldsOf(Type type)
    {
        if (!TextFields.TryGetValue(type, out FieldInfo[]? fields))
        {
            fields = _recorded.Contains(type.Assembly)
                ? [.. ObjectWalk.FieldsOf(type).Where(field => field.FieldType == typeof(string))]
                : [];
            TextFields.Add(type, fields);
        }

        return fields;
    }

    private static HolderTree Walk()
    {
        HolderTree tree = new();
        HashSet<object> seen = new(ReferenceEqualityComparer.Instance);
        ObjectWalk walk = new(_recorded);
        foreach ((object instance, string path) in walk.From(Roots, seen))
        {
            if (_made.TryGetValue(instance, out Made? entry))
                tree.Add(path, entry.Bytes + EmptyTexts(instance));
        }

        foreach ((object instance, Made entry) in _made)
        {
            if (!seen.Contains(instance))
                tree.Add("on a stack." + instance.GetType().Name, entry.Bytes + EmptyTexts(instance));
        }

        return tree;
    }

    private static void MeasureStack()
    {
        int bytes = 0;
        foreach (StackFrame frame in new StackTrace(false).GetFrames())
            bytes += frame.GetMethod() is { } method ? FrameBytes(method) : 0;

        Stacks[Thread] = Math.Max(Stacks[Thread], bytes);
    }

    private static int FrameBytes(MethodBase method)
    {
        if (!FramesOfMethods.TryGetValue(method, out int bytes))
        {
            bool isRecorded = method.DeclaringType != null && _recorded.Contains(method.DeclaringType.Assembly);
            bytes = isRecorded ? _frames[FrameKey(method)] : 0;
            FramesOfMethods.Add(method, bytes);
        }

        return bytes;
    }

    private sealed record Made(int Bytes);
}
