using System.Reflection;
using System.Text;

namespace MagHopfield.DeviceMemory.Tests.Device;

/// <summary>
/// Bytes that objects take on nanoFramework's managed heap on a 32-bit target. Facts from nf-interpreter a3e8139 (src/CLR): a heap block
/// has 12 bytes (CLR_RT_HeapBlock_Raw), all is given out in whole blocks, and each field of an object is a block
/// (CLR_RT_ExecutionEngine::NewObject).
/// </summary>
public static class DeviceSizes
{
    /// <summary>Bytes of a heap block.</summary>
    public const int Block = 12;

    // CLR_RT_HeapBlock_Array: a block, the number of elements, four bytes that describe them; the elements follow at once.
    private const int ArrayHead = 20;

    // CLR_RT_HeapBlock_Delegate: a block, class, method, and a block for the target.
    private const int DelegateBytes = 32;

    // CLR_RT_StackFrame up to m_extension, with the inline buffer and the depth that builds with a debugger have.
    private const int FrameHead = 80;

    // CLR_RT_StackFrame::Push: two slots for newobj and interop, one for inlining; ten blocks at least.
    private const int ExtraSlots = 3;
    private const int LeastSlots = 10;

    private static readonly Dictionary<Type, int> Known = [];

    /// <summary>A number of bytes in whole blocks.</summary>
    public static int Rounded(int bytes) => (bytes + Block - 1) / Block * Block;

    /// <summary>An object of so many fields, those of its base classes counted.</summary>
    public static int Object(int fields) => Block * (1 + fields);

    /// <summary>An array.</summary>
    public static int Array(int length, int elementBytes) => Rounded(ArrayHead + (length * elementBytes));

    /// <summary>
    /// A string that was made while the program ran; UTF-8 with a zero behind it. The text of a literal stays in flash, so that only its
    /// head is on the heap, once for every time that it was loaded (CLR_RT_HeapBlock_String::CreateInstance).
    /// </summary>
    public static int Text(string text) => Rounded(Block + Encoding.UTF8.GetByteCount(text) + 1);

    /// <summary>A frame of the stack (CLR_RT_StackFrame::Push). Arguments lie in the frame of the caller.</summary>
    public static int Frame(int locals, int evaluationStack) =>
        Rounded(FrameHead) + (Block * Math.Max(LeastSlots, locals + evaluationStack + ExtraSlots));

    /// <summary>An object as it is, without what it refers to.</summary>
    /// <exception cref="NotSupportedException">A type of the library whose size on the device is not known here.</exception>
    public static int Of(object instance)
    {
        switch (instance)
        {
            case string text:
                return Text(text);
            case Array array:
                return Array(array.Length, ElementBytes(array.GetType().GetElementType()!));
            case Delegate:
                return Rounded(DelegateBytes);
        }

        Type type = instance.GetType();
        lock (Known)
        {
            if (!Known.TryGetValue(type, out int bytes))
            {
                bytes = Plain(type);
                Known.Add(type, bytes);
            }

            return bytes;
        }
    }

    private static int Plain(Type type)
    {
        if (type.IsValueType)
        {
            // A boxed value: a block for its class, one for the value.
            return Object(1);
        }

        int fields = 0;
        Type? own = type;
        for (; own != null && IsOurs(own); own = own.BaseType)
        {
            FieldInfo[] declared = own.GetFields(
                BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly);
            fields += declared.Length;
        }

        return Object(fields) + LibraryTypes.FieldBytes(own!);
    }

    private static bool IsOurs(Type type) => type.Assembly.GetName().Name!.StartsWith("MagHopfield", StringComparison.Ordinal);

    private static int ElementBytes(Type type)
    {
        Type element = type.IsEnum ? Enum.GetUnderlyingType(type) : type;
        return Type.GetTypeCode(element) switch
        {
            TypeCode.Boolean or TypeCode.Byte or TypeCode.SByte => 1,
            TypeCode.Char or TypeCode.Int16 or TypeCode.UInt16 => 2,
            TypeCode.Int32 or TypeCode.UInt32 or TypeCode.Single => 4,
            TypeCode.Int64 or TypeCode.UInt64 or TypeCode.Double => 8,
            _ => Block,
        };
    }
}
